/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the files of a program tell each other: facts about their functions, and
 * findings that depend on facts about functions of other files.  It goes into a
 * section of the object file, from which "safe link" reads it.  docs/link.md has
 * the format.
 */
#ifndef SAFE_LINK_LINK_H
#define SAFE_LINK_LINK_H

#include "../gcc-compat.h"
#include "../diagnostics.h"
#include "../options.h"

namespace safe {

/* Whether the section is written.  If not, all below does nothing. */
inline bool linking()
{
	return opts.summary;
}

/*
 * @fndecl has @property: a word of the rule's choice ("sleeps").  Properties say what
 * may happen; a function has one if any of its paths has.
 */
void link_property(tree fndecl, const char *property, location_t where);

/* @fndecl has @property if @callee (link_name_of_call()) has it. */
void link_inherits(tree fndecl, const char *property, const std::string &callee,
		   location_t where);

/*
 * One way in which @fndecl returns a pointer: to an object that the caller has to
 * release by one of @releasers, if @conditions are true; or (no releasers) not so.
 * An object of @callee's is what @callee says.
 */
void link_result(tree fndecl, const std::vector<std::string> &releasers,
		 const std::string &conditions, const std::string &callee);

/*
 * @f, found in @fndecl, is true if @conditions are: words of the form "F/property"
 * or "F#2+8/property", of the argument number 2 that points 8 bytes into the object.
 * Of arguments the properties are "borrows", "releases", "frees" and "derefs".  A
 * "!" before a word: if it is known not to be so.
 */
void link_obligation(finding &&f, tree fndecl, const std::string &conditions);

/* Writes the section.  @nodes are the functions of the file, in its order. */
void write_summary(const std::vector<cgraph_node *> &nodes);

/* ---- between the files here ---- */

/* What a function returns; @followed: of what rules have not told yet. */
void look_at_results(function *fn, bool followed);
/* What becomes of results of calls, in @fn. */
void look_at_calls(function *fn);
/* "struct.member = function", anywhere. */
void look_for_members(const std::vector<cgraph_node *> &nodes);

/* Uses of pointers that other functions may have released. */
void look_for_releases(function *fn);

struct pointer_use;

/* @name is used in @use, after @passed. */
void link_use(tree fndecl, tree name, const pointer_use &passed, const pointer_use &use);
void link_member(const std::string &member, const std::string &function, location_t where);
void link_member_contract(const std::string &member, const std::string &promises,
			  location_t where);

} /* namespace safe */

#endif /* SAFE_LINK_LINK_H */
