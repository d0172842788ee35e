/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the program calls its functions, variables, members and structs.
 */
#ifndef SAFE_NAMES_H
#define SAFE_NAMES_H

#include "gcc-compat.h"

namespace safe {

/* The name of @decl, or "". */
inline const char *decl_name(const_tree decl)
{
	return decl && DECL_NAME(decl) ? IDENTIFIER_POINTER(DECL_NAME(decl)) : "";
}

/* The tag of the struct, union or enum @type, or "". */
inline const char *tag_name(tree type)
{
	tree tag = TYPE_P(type) ? TYPE_IDENTIFIER(TYPE_MAIN_VARIANT(type)) : NULL_TREE;

	return tag ? IDENTIFIER_POINTER(tag) : "";
}

} /* namespace safe */

#endif /* SAFE_NAMES_H */
