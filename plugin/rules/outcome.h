/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "own": whether a function, or a call, failed, by what it returned.
 */
#ifndef SAFE_RULES_OUTCOME_H
#define SAFE_RULES_OUTCOME_H

#include "../engine/machine.h"

namespace safe {

/* Whether @r, of a value of @type, says failure. */
inline bool fails(const range &r, const_tree type)
{
	if (POINTER_TYPE_P(type))
		return !r.meets(range::valid_pointers());
	/* A status of its own kind, of which 0 is the good one. */
	if (TYPE_UNSIGNED(type))
		return !r.has(0);
	return !r.has(0) && r.meets(range::between(range::MIN, -1));
}

/* Whether it says success. */
inline bool succeeds(const range &r, const_tree type)
{
	if (POINTER_TYPE_P(type))
		return r.inside(range::valid_pointers());
	if (TYPE_UNSIGNED(type))
		return r == range::constant(0);
	return r.inside(range::between(0, range::MAX));
}

/* Whether what functions of @type return tells failure from success. */
inline bool tells_failure(const_tree type)
{
	return POINTER_TYPE_P(type) || (TREE_CODE(type) == INTEGER_TYPE && !TYPE_UNSIGNED(type));
}

/* The call that returned @s, if one did. */
inline const gimple *call_behind(const symbol &s)
{
	if (s.origin == symbol::RETURNED || s.origin == symbol::CALLEE)
		return s.stmt;
	return s.origin == symbol::NAME && is_gimple_call(SSA_NAME_DEF_STMT(s.node)) ?
	       SSA_NAME_DEF_STMT(s.node) : NULL;
}

} /* namespace safe */

#endif /* SAFE_RULES_OUTCOME_H */
