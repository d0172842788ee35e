/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "own": what the functions of the file call, and so undo.
 */
#ifndef SAFE_RULES_UNDO_UNIT_H
#define SAFE_RULES_UNDO_UNIT_H

#include "undo_names.h"
#include "../body.h"

namespace safe {

typedef std::unordered_set<tree> name_set;	/* of identifiers */

/* The parts of a name; made once for each. */
const call_name &name_of(tree identifier);
inline const call_name &name_of_function(tree fndecl)
{
	return name_of(DECL_NAME(fndecl));
}

/* The names of the functions called in this file that undo what @fndecl did. */
const std::vector<tree> &undone_in_unit(tree fndecl);

/* All that @fndecl calls, itself or in functions whose bodies are here. */
const name_set &all_called_by(tree fndecl);
/* All that it calls itself, and what it passes on to be called. */
const name_set &called_by(tree fndecl);

/* The functions that @fndecl calls, and those that @call is given to call. */
const std::vector<tree> &direct_callees(tree fndecl);
std::vector<tree> functions_given(const gcall *call);
/* Whether somebody calls @fndecl by its name. */
bool has_callers(tree fndecl);

bool meets(const name_set &set, const std::vector<tree> &names);

/*
 * Whether, when @fndecl fails, somebody who called it calls one of @names: then it may
 * be the caller who undoes what a failing callee has done.  True if not all callers
 * are known.
 */
bool caller_undoes(tree fndecl, const std::vector<tree> &names);
/* The same of a caller in this file that tests the result at once. */
bool direct_caller_undoes(tree fndecl, const std::vector<tree> &names);

} /* namespace safe */

#endif /* SAFE_RULES_UNDO_UNIT_H */
