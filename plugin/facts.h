/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Facts about functions of the kernel: annotated prototypes.  The files of
 * include/safe/facts/ are built into the plugin; -facts=FILE adds others.
 */
#ifndef SAFE_FACTS_H
#define SAFE_FACTS_H

#include "contract.h"

namespace safe {

/* A file built into the plugin.  The array ends with an empty one. */
struct builtin_facts {
	const char *file;
	const char *text;
};
extern const builtin_facts builtin_facts[];

/* Reads the files of the facts option.  Return: false after reporting errors. */
bool load_facts();

/* The fact about the function of this name that has as many parameters.  NULL: none. */
const contract *find_fact(const char *function, unsigned int params, bool variadic);

/* Whether a fact names @function as a releaser. */
bool fact_releaser(const char *function);

/* How the reader hands over what it has read. */
struct facts_sink {
	virtual void prototype(contract &&c) = 0;
	virtual void mistake(const char *file, int line, const std::string &text) = 0;
};

/* Reads annotated prototypes from @text (facts_reader.cc). */
void read_facts(const char *file, const char *text, facts_sink *sink);

/* Where the built-in facts stand (facts_index.cc). */
class facts_index {
public:
	/* Reads all facts about @function, the first time. */
	void read(const std::string &function, facts_sink *sink);
	bool is_releaser(const std::string &function);

private:
	struct file {
		const char *name;
		std::string directives;
	};
	struct place {
		size_t file;		/* in @files */
		const char *begin, *end;
	};

	void build();

	std::vector<file> files;
	std::unordered_map<std::string, std::vector<place>> places;
	std::unordered_set<std::string> releasers;
};

} /* namespace safe */

#endif /* SAFE_FACTS_H */
