/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Which functions have code in this compilation.
 */
#ifndef SAFE_BODY_H
#define SAFE_BODY_H

#include "gcc-compat.h"

namespace safe {

/* The code of @fndecl in SSA form; NULL: there is none. */
inline function *code_of(tree fndecl)
{
	function *fn = DECL_STRUCT_FUNCTION(fndecl);

	return fn && fn->cfg && gimple_in_ssa_p(fn) ? fn : NULL;
}

/* The code that a call of @fndecl runs; NULL: it is in another file, or may be. */
inline function *body_of(tree fndecl)
{
	cgraph_node *node = cgraph_node::get(fndecl);

	if (!node || DECL_WEAK(fndecl))
		return NULL;
	node = node->ultimate_alias_target();
	return node->has_gimple_body_p() ? code_of(node->decl) : NULL;
}

inline bool has_body(tree fndecl)
{
	return code_of(fndecl);
}

} /* namespace safe */

#endif /* SAFE_BODY_H */
