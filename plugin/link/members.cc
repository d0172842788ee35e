// SPDX-License-Identifier: GPL-2.0
/*
 * Which functions the members of structs are set to, and what the members promise.
 */
#include "link.h"
#include "uses.h"
#include "../attributes.h"
#include "../contract.h"

namespace safe {

namespace {

/* What the type of the member @field promises of its arguments: "0=takes 1=borrows". */
std::string promises_of(tree field)
{
	tree type = TREE_TYPE(field);
	std::string text;
	contract c;

	if (!POINTER_TYPE_P(type) || !FUNC_OR_METHOD_TYPE_P(TREE_TYPE(type)) ||
	    !read_attributes(TREE_TYPE(type), &c))
		return "";
	for (unsigned int i = 0; i < c.params.size(); i++) {
		const char *word = c.params[i].passing == param_contract::TAKES ? "takes" :
				   c.params[i].passing == param_contract::BORROWED ? "borrows" :
				   NULL;

		if (word)
			text += (text.empty() ? "" : " ") + std::to_string(i) + "=" + word;
	}
	return text;
}

void is_set(tree field, tree value, location_t where)
{
	STRIP_NOPS(value);
	if (TREE_CODE(field) != FIELD_DECL || TREE_CODE(value) != ADDR_EXPR ||
	    TREE_CODE(TREE_OPERAND(value, 0)) != FUNCTION_DECL)
		return;

	tree fndecl = TREE_OPERAND(value, 0);
	std::string member = link_name_of_member(field), function = link_name(fndecl);

	if (member.empty() || function.empty())
		return;
	link_member(member, function, where);

	std::string promises = promises_of(field);

	if (!promises.empty())
		link_member_contract(member, promises, DECL_SOURCE_LOCATION(field));
}

void look_into(tree constructor, location_t where)
{
	unsigned HOST_WIDE_INT i;
	tree field, value;

	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(constructor), i, field, value) {
		if (TREE_CODE(value) == CONSTRUCTOR)
			look_into(value, where);
		else if (field)
			is_set(field, value, EXPR_HAS_LOCATION(value) ? EXPR_LOCATION(value)
								      : where);
	}
}

} /* namespace */

void look_for_members(const std::vector<cgraph_node *> &nodes)
{
	varpool_node *variable;
	basic_block bb;

	FOR_EACH_VARIABLE(variable) {
		tree initial = DECL_INITIAL(variable->decl);

		if (initial && TREE_CODE(initial) == CONSTRUCTOR)
			look_into(initial, DECL_SOURCE_LOCATION(variable->decl));
	}
	for (cgraph_node *n : nodes) {
		function *fn = body_of(n->decl);

		if (!fn)
			continue;
		FOR_EACH_BB_FN(bb, fn) {
			for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
				gimple *stmt = gsi_stmt(i);

				if (gimple_assign_single_p(stmt) &&
				    TREE_CODE(gimple_assign_lhs(stmt)) == COMPONENT_REF)
					is_set(TREE_OPERAND(gimple_assign_lhs(stmt), 1),
					       gimple_assign_rhs1(stmt), gimple_location(stmt));
			}
		}
	}
}

} /* namespace safe */
