// SPDX-License-Identifier: GPL-2.0
/*
 * Keeps the facts: those built into the plugin, each read when its function is
 * looked up, and those of the facts option, read at the start so that a
 * mistake in them is seen even if nothing is checked.
 */
#include "gcc-compat.h"
#include "facts.h"
#include "options.h"

namespace safe {

namespace {

const char facts_id[] = "SAFE_E_FACTS";

struct fact_table : facts_sink {
	std::unordered_map<std::string, contract> facts;
	std::unordered_set<std::string> releasers;
	bool complete = true;

	void prototype(contract &&c) override
	{
		releasers.insert(c.releasers.begin(), c.releasers.end());
		/* The last one counts: a user's file corrects a built-in fact. */
		std::string key = key_of(c.name, c.params.size(), c.variadic);
		facts[key] = std::move(c);
	}

	const contract *find(const std::string &name, unsigned int params, bool variadic) const
	{
		auto found = facts.find(key_of(name, params, variadic));

		return found == facts.end() ? NULL : &found->second;
	}

	void mistake(const char *file, int line, const std::string &text) override
	{
		complete = false;
		if (opts.level == LEVEL_TRY) {
			werror_off off;

			warning(0, "%s:%d: %s [%s]", file, line, text.c_str(), facts_id);
		} else {
			error("%s:%d: %s [%s]", file, line, text.c_str(), facts_id);
		}
	}

private:
	/* What a function is known by: kernels give one name to several functions. */
	static std::string key_of(const std::string &name, unsigned int params, bool variadic)
	{
		return name + '/' + std::to_string(params) + (variadic ? "..." : "");
	}
};

/* What the user's files say goes first. */
fact_table users, builtin;
facts_index builtin_index;

const contract *find_exactly(const std::string &name, unsigned int params, bool variadic)
{
	const contract *c = users.find(name, params, variadic);

	if (c)
		return c;
	builtin_index.read(name, &builtin);
	return builtin.find(name, params, variadic);
}

bool read_file(const std::string &path, std::string *text)
{
	FILE *file = fopen(path.c_str(), "r");
	char buffer[1 << 16];
	size_t n;
	bool ok;

	if (!file)
		return false;
	while ((n = fread(buffer, 1, sizeof(buffer), file)) > 0)
		text->append(buffer, n);
	ok = !ferror(file);
	fclose(file);
	return ok;
}

} /* namespace */

bool load_facts()
{
	for (const std::string &path : opts.facts) {
		std::string text;

		if (read_file(path, &text)) {
			read_facts(path.c_str(), text.c_str(), &users);
			continue;
		}
		users.complete = false;
		if (opts.level == LEVEL_TRY) {
			werror_off off;

			warning(0, "cannot read the facts in %qs: %m [%s]",
				path.c_str(), facts_id);
		} else {
			error("cannot read the facts in %qs: %m; give the path of a file "
			      "of annotated prototypes [%s]", path.c_str(), facts_id);
		}
	}
	return users.complete;
}

/*
 * Since 6.10 kmalloc() and its like are macros, which count memory by caller,
 * around functions of these names; of some since 7.2 with '_' before it.
 */
static std::string without_noprof(const std::string &function)
{
	static const std::string suffix = "_noprof";
	size_t length = function.size() - std::min(function.size(), suffix.size());

	return function.compare(length, std::string::npos, suffix) ? function
								   : function.substr(0, length);
}

const contract *find_fact(const char *function, unsigned int params, bool variadic)
{
	const contract *c = find_exactly(function, params, variadic);
	std::string name = c ? "" : without_noprof(function);

	if (!c && name != function) {
		c = find_exactly(name, params, variadic);
		if (!c && name[0] == '_')
			c = find_exactly(name.substr(1), params, variadic);
	}
	return c;
}

bool fact_releaser(const char *function)
{
	return users.releasers.count(function) || builtin_index.is_releaser(function);
}

} /* namespace safe */
