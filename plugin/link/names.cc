// SPDX-License-Identifier: GPL-2.0
/*
 * The names by which files speak of each other's functions.
 */
#include "uses.h"
#include "../location.h"

namespace safe {

static std::unordered_map<std::string, tree> of_headers;

std::string link_name(tree fndecl)
{
	if (!DECL_NAME(fndecl))
		return "";

	std::string name = IDENTIFIER_POINTER(DECL_NAME(fndecl));

	if (TREE_PUBLIC(fndecl) || DECL_EXTERNAL(fndecl))
		return name;
	name = "~" + name;
	if (!in_main_file(DECL_SOURCE_LOCATION(fndecl)))
		of_headers[name] = fndecl;
	return name;
}

tree header_function(const std::string &name)
{
	auto found = of_headers.find(name);

	return found == of_headers.end() ? NULL_TREE : found->second;
}

std::string link_name_of_member(tree field)
{
	tree type = DECL_CONTEXT(field), name = DECL_NAME(field);

	if (!name || !type || !TYPE_P(type))
		return "";

	tree tag = TYPE_IDENTIFIER(TYPE_MAIN_VARIANT(type));

	return tag ? std::string(IDENTIFIER_POINTER(tag)) + "." + IDENTIFIER_POINTER(name) : "";
}

/* The member that the called pointer was read from. */
static tree member_called(tree pointer)
{
	for (int steps = 0; TREE_CODE(pointer) == SSA_NAME && steps < 6; steps++) {
		gimple *def = SSA_NAME_DEF_STMT(pointer);

		if (!gimple_assign_single_p(def) && !gimple_assign_cast_p(def))
			return NULL_TREE;
		pointer = gimple_assign_rhs1(def);
	}
	return TREE_CODE(pointer) == COMPONENT_REF ? TREE_OPERAND(pointer, 1) : NULL_TREE;
}

std::string link_name_of_call(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);

	if (fndecl)
		return link_name(fndecl);
	if (gimple_call_internal_p(call) || !gimple_call_fn(call))
		return "";

	tree member = member_called(gimple_call_fn(call));

	return member ? link_name_of_member(member) : "";
}

bool is_copy(tree name, tree of)
{
	for (int steps = 0; TREE_CODE(name) == SSA_NAME && steps < 8; steps++) {
		if (name == of)
			return true;

		gimple *def = SSA_NAME_DEF_STMT(name);

		if (!gimple_assign_single_p(def) && !gimple_assign_cast_p(def))
			return false;
		name = gimple_assign_rhs1(def);
	}
	return false;
}

} /* namespace safe */
