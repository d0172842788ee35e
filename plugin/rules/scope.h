/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the files of rule "scope" share: which variables have a cleanup, and which of
 * them are guards of linux/cleanup.h.
 */
#ifndef SAFE_RULES_SCOPE_H
#define SAFE_RULES_SCOPE_H

#include "../engine/machine.h"

namespace safe {

/* The name of @decl as the user wrote it. */
std::string name_of_decl(tree decl);

bool has_cleanup(tree decl);

/* The name of the function that runs at the end of the scope of @variable, or "". */
std::string cleanup_name(tree variable);

/*
 * Whether the cleanup of @variable is called @prefix NAME @suffix, as those of
 * DEFINE_CLASS() are: class_NAME_destructor.
 */
bool cleanup_class(tree variable, const char *prefix, const char *suffix, std::string *name);

/* The variable whose cleanup the call @expr is. */
tree cleaned_variable(tree expr);

/* guard(name)(...), and not CLASS(name, variable)(...). */
bool is_unnamed_guard(tree variable);

/*
 * Whether guards of @class may come without their lock: mutex_try, mutex_intr, ...
 * The headers say it of each class, in a constant that is known while they are parsed.
 */
bool is_conditional_class(const std::string &name);

/* scope_jump.cc: of a function as it was parsed. */
void check_jumps(tree fndecl);
/* Whether any function so far has one. */
bool unit_has_guards();

/*
 * scope_unset.cc: variables that are cleaned up before they are set.  The parser tells
 * which were @declared without a value.
 */
void declared_unset(tree variable);
void check_unset(function *fn);

} /* namespace safe */

#endif /* SAFE_RULES_SCOPE_H */
