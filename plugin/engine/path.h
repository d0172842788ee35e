/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How a path came to where it is: a chain of events, each with its place, that
 * a finding turns into notes.  States share the chains of the states they were
 * copied from; all live as long as the compilation.
 */
#ifndef SAFE_ENGINE_PATH_H
#define SAFE_ENGINE_PATH_H

#include "gcc-compat.h"

namespace safe {

struct path_event {
	const path_event *before;	/* earlier on the path */
	const path_event *inside;	/* what happened in the called function */
	location_t where;
	int about;			/* the symbol that it happened to */
	/*
	 * A branch has no text; a birth begins what there is to say of @about.  What is
	 * GONE was released or given away, by the end of a scope if by CLEANUP; what is
	 * LOST was not.
	 */
	enum kind { BRANCH_TRUE, BRANCH_FALSE, BRANCH_CASE, BIRTH, GONE, CLEANUP, LOST,
		    OTHER } kind;
	bool decided;		/* of a branch: there was no choice on this path */
	const gimple *decision;	/* of a branch: its statement */
	const char *text;
	/* The arguments that it was passed as, to functions of other files. */
	const char *passings;
	unsigned int length;		/* of the path up to here */
};

/* What @about was passed to (machine::passings()), from its birth up to @e. */
std::string passings_since(const path_event *e, int about);

/* Keeps a copy of @text as long as the compilation. */
const char *keep_text(const std::string &text);

const path_event *new_event(const path_event *before, location_t where, int about,
			    enum path_event::kind kind, const std::string &text,
			    const path_event *inside = NULL, const char *passings = NULL);
const path_event *new_branch(const path_event *before, const gimple *decision,
			     enum path_event::kind kind, bool decided = false);

/* Whether the same was asked twice on @path, and answered in two ways. */
bool contradicts_itself(const path_event *path);

} /* namespace safe */

#endif /* SAFE_ENGINE_PATH_H */
