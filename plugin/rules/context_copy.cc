// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "context": pointers to functions that are copied from where one thing is
 * said of them to where another is: to a member, to a variable, or with the struct of
 * operations that is taken for one of another type.
 */
#include "context_scan.h"
#include "../diagnostics.h"
#include "../location.h"
#include "../names.h"

namespace safe {

namespace {

/* The first level that @a and @b change differently, or -1.  As in check_promise(). */
int differs(const context_words &a, const context_words &b)
{
	for (int i = 0; i < CONTEXT_LEVELS; i++)
		if (i != LEVEL_PREEMPT && change_of_level(a, i) != change_of_level(b, i))
			return i;
	return -1;
}

/* What was said of at @from is said of at @to from now on. */
void compare(const spoken &to, const spoken &from, location_t where)
{
	int level = differs(to.words, from.words);
	finding f;

	if (to.words.unchecked || from.words.unchecked || !in_main_file(where))
		return;
	f.id = "SAFE_E_CONTEXT_MEMBER";
	f.where = where;
	f.key = f.id + std::to_string(user_location(where)) + to.name;
	if (to.words.must_not_sleep() && from.words.sleep == context_words::SLEEPS) {
		f.text = "'" + to.name + "' must not sleep, but '" + from.name +
			 "', which it is set to, may";
	} else if (level >= 0) {
		f.text = "'" + to.name + "' is declared to change the level of " +
			 level_name(level) + " by " +
			 std::to_string(change_of_level(to.words, level)) + ", but '" +
			 from.name + "', which it is set to, changes it by " +
			 std::to_string(change_of_level(from.words, level));
	} else {
		return;
	}
	add_finding(std::move(f));
}

/* A struct of operations, or NULL. */
tree pointed_struct(tree type)
{
	if (!POINTER_TYPE_P(type) || TREE_CODE(TREE_TYPE(type)) != RECORD_TYPE)
		return NULL_TREE;
	return TYPE_MAIN_VARIANT(TREE_TYPE(type));
}

/* The same pointer, taken for one to another struct: what stands at the same place? */
void compare_structs(tree to, tree from, location_t where)
{
	to = pointed_struct(to);
	from = pointed_struct(from);
	if (!to || !from || to == from)
		return;
	for (tree f = TYPE_FIELDS(to); f; f = DECL_CHAIN(f)) {
		spoken one;

		if (!words_of_place(f, &one))
			continue;
		for (tree g = TYPE_FIELDS(from); g; g = DECL_CHAIN(g)) {
			spoken other;

			if (words_of_place(g, &other) &&
			    int_byte_position(f) == int_byte_position(g))
				compare(one, other, where);
		}
	}
}

} /* namespace */

bool words_of_place(tree ref, spoken *place)
{
	for (int steps = 0; TREE_CODE(ref) == SSA_NAME && steps < 6; steps++) {
		gimple *def = SSA_NAME_DEF_STMT(ref);

		/* A variable that is silent hands on what it was set to. */
		if (SSA_NAME_VAR(ref) && words_of_place(SSA_NAME_VAR(ref), place))
			return true;
		if (!gimple_assign_single_p(def) && !gimple_assign_cast_p(def))
			return false;
		ref = gimple_assign_rhs1(def);
	}
	if (TREE_CODE(ref) == COMPONENT_REF)
		ref = TREE_OPERAND(ref, 1);
	if (TREE_CODE(ref) == FIELD_DECL) {
		place->name = member_name(ref);
		return words_of_member(ref, &place->words);
	}
	if ((!VAR_P(ref) && TREE_CODE(ref) != PARM_DECL) || !POINTER_TYPE_P(TREE_TYPE(ref)) ||
	    !FUNC_OR_METHOD_TYPE_P(TREE_TYPE(TREE_TYPE(ref))))
		return false;
	place->name = decl_name(ref);
	return read_context_words(TREE_TYPE(TREE_TYPE(ref)), &place->words);
}

void look_at_copies(gimple *stmt)
{
	location_t where = gimple_location(stmt);
	spoken to, from;

	if (const gcall *call = dyn_cast<gcall *>(stmt)) {
		tree type = gimple_call_fntype(call);
		tree params = type ? TYPE_ARG_TYPES(type) : NULL_TREE;

		for (unsigned int i = 0; params && i < gimple_call_num_args(call); i++) {
			compare_structs(TREE_VALUE(params), TREE_TYPE(gimple_call_arg(call, i)),
					where);
			params = TREE_CHAIN(params);
		}
		return;
	}
	if (!gimple_assign_single_p(stmt) && !gimple_assign_cast_p(stmt))
		return;

	tree lhs = gimple_assign_lhs(stmt), rhs = gimple_assign_rhs1(stmt);

	compare_structs(TREE_TYPE(lhs), TREE_TYPE(rhs), where);
	/* What a variable that is silent is set to, matters where it is read. */
	if (TREE_CODE(lhs) == SSA_NAME && (!SSA_NAME_VAR(lhs) ||
					   !words_of_place(SSA_NAME_VAR(lhs), &to)))
		return;
	if (words_of_place(lhs, &to) && words_of_place(rhs, &from))
		compare(to, from, where);
}

} /* namespace safe */
