/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Questions about statements, for rules that look at code without following paths.
 */
#ifndef SAFE_RULES_CODE_H
#define SAFE_RULES_CODE_H

#include "../gcc-compat.h"

namespace safe::code {

/* The name of the function that @call calls, without "__builtin_"; "" through a pointer. */
const char *callee(const gcall *call);
bool is_one_of(const char *name, std::initializer_list<const char *> names);

/* A call that asks the compiler about its arguments, and uses none. */
bool asks_about(const gcall *call);

/* What @op is a copy of, in whatever type. */
tree origin(tree op);
/* Return: whether @op is a constant, itself or by way of copies. */
bool constant(tree op, int64_t *value);
/* The same of what is added: -2 is a large number where it is unsigned. */
bool added(tree op, int64_t *value);

/* Whether @op is the minimum of @most and something that may be less. */
bool is_at_most(tree op, int64_t most);

/* A variable, or what an SSA pointer points to, and how far into it in bytes. */
struct spot {
	tree base = NULL_TREE;
	int64_t offset = 0;
};
/* Where the pointer @op points.  Return: false when it is not known. */
bool points_to(tree op, spot *s);
/* What @ref refers to; @size in bytes, more than one element of an array if need be. */
bool refers_to(tree ref, spot *s, int64_t *size);

/* The member that @ref, or the array it is an element of, is; NULL: it is none. */
tree member_of(tree ref);
/* The member that the called pointer was read from. */
tree called_member(const gcall *call);

/* The size of @type in bytes, or -1. */
int64_t size_of(const_tree type);
/* What a pointer points to before it was converted to "void *". */
tree pointee(tree op);
/* What the user calls @expr, or "". */
std::string name_of(tree expr);

/* Whether a path leads from @a to @b, if need be without the block @without. */
bool comes_after(function *fn, const gimple *a, const gimple *b, basic_block without = NULL);

/* The user's function, not one that a header brings. */
bool is_users(const gimple *stmt);
location_t place(const gimple *stmt);

void report(function *fn, const char *id, const gimple *stmt, const std::string &text,
	    bool likely, tree about = NULL_TREE);

} /* namespace safe::code */

#endif /* SAFE_RULES_CODE_H */
