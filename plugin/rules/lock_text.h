/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Which lock the text of an annotation means: "&p->lock", where p is a parameter, or a
 * member beside the one that is guarded, or a global variable.
 */
#ifndef SAFE_RULES_LOCK_TEXT_H
#define SAFE_RULES_LOCK_TEXT_H

#include "../engine/machine.h"

namespace safe {

/* The names that a text may use, beside those of global variables. */
struct lock_scope {
	tree fndecl = NULL_TREE;	/* its parameters */
	const gcall *call = NULL;	/* with the arguments of this call */
	tree record = NULL_TREE;	/* the members of this struct ... */
	value object;			/* ... which is here */
};

/* The lock, as machine::spot() makes it; no symbol where that cannot be told. */
value find_lock(machine &m, const lock_scope &scope, const std::string &text);

/* The member @word of @record; its place is added to *@offset.  NULL_TREE: it has none. */
tree find_member(tree record, const std::string &word, int64_t *offset);

/* The lock that @arg, an argument of the call that is executed, points to. */
value lock_argument(machine &m, tree arg);

} /* namespace safe */

#endif /* SAFE_RULES_LOCK_TEXT_H */
