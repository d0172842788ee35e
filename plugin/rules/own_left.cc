// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "own": an object that a function has released does not stay in a member where
 * others look for it: who finds it there uses it, or releases it again.
 *
 * The function that has filled the member of an object of its caller releases what is
 * there, and does not set it to anything on the ways to the end; another function of
 * the file, which does not fill it, goes by whether it is NULL.
 */
#include "aside.h"
#include "code.h"
#include "undo_unit.h"
#include "../contract.h"
#include "../engine/machine.h"
#include "../location.h"
#include "../names.h"

namespace safe {

namespace {

using namespace code;

class left_rule : public stateless_rule {
public:
	left_rule() : stateless_rule("own") { }

	void look_at(function *fn) override;
	void finish() override;

private:
	void note_release(function *fn, gcall *call, tree object);

	struct left {
		tree function, member;
		const gcall *call;
	};

	std::vector<left> all;
	/* Functions that test what stands in a member for NULL, and that store there. */
	std::unordered_map<tree, std::unordered_set<tree>> testers, writers;
};

/* The object that @pointer is of, or points into. */
tree object_of(tree pointer)
{
	spot s;

	return points_to(pointer, &s) && s.base ? s.base : pointer;
}

/* Whether @ref is in an object that the function was given, or has looked up. */
bool is_callers(tree ref)
{
	tree base = get_base_address(ref);

	for (int steps = 0; base && steps < 8; steps++) {
		if (TREE_CODE(base) == MEM_REF)
			base = object_of(TREE_OPERAND(base, 0));
		if (TREE_CODE(base) != SSA_NAME)
			return false;
		if (SSA_NAME_IS_DEFAULT_DEF(base))
			return SSA_NAME_VAR(base) && TREE_CODE(SSA_NAME_VAR(base)) == PARM_DECL;

		gimple *def = SSA_NAME_DEF_STMT(base);

		if (is_gimple_call(def)) {
			const char *name = decl_name(gimple_call_fndecl(def));

			return strstr(name, "drvdata") || strstr(name, "priv");
		}
		if (!gimple_assign_load_p(def))
			return false;
		base = get_base_address(gimple_assign_rhs1(def));
	}
	return false;
}

/* Whether something is stored in @ref, or its object released, on some way from @from. */
bool is_set_after(gcall *from, tree ref)
{
	std::vector<basic_block> todo = { gimple_bb(from) };
	std::unordered_set<int> seen;
	gimple_stmt_iterator i = gsi_for_stmt(from);

	gsi_next(&i);
	for (size_t n = 0; n < todo.size(); n++) {
		edge_iterator ei;
		edge e;

		if (n)
			i = gsi_start_bb(todo[n]);
		for (; !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (gimple_store_p(stmt) && member_of(gimple_get_lhs(stmt)) == member_of(ref))
				return true;
			if (gcall *call = dyn_cast<gcall *>(stmt))
				for (unsigned int a = 0; a < gimple_call_num_args(call); a++)
					if (object_of(gimple_call_arg(call, a)) ==
					    object_of(TREE_OPERAND(get_base_address(ref), 0)) &&
					    gimple_call_fndecl(call) &&
					    (is_undo(name_of_function(gimple_call_fndecl(call))) ||
					     is_releaser(decl_name(gimple_call_fndecl(call)))))
						return true;
		}
		FOR_EACH_EDGE(e, ei, todo[n]->succs)
			if (e->dest->index != EXIT_BLOCK && seen.insert(e->dest->index).second)
				todo.push_back(e->dest);
	}
	return false;
}

/* @call releases @object: notes the members that it stays in. */
void left_rule::note_release(function *fn, gcall *call, tree object)
{
	basic_block bb;

	object = object_of(object);
	if (TREE_CODE(object) != SSA_NAME)
		return;

	gimple *def = SSA_NAME_DEF_STMT(object);

	if (gimple_assign_load_p(def) && member_of(gimple_assign_rhs1(def))) {
		tree ref = gimple_assign_rhs1(def);

		if (is_callers(ref) && !is_set_after(call, ref))
			all.push_back({ fn->decl, member_of(ref), call });
		return;
	}
	if (!is_gimple_call(def))
		return;
	FOR_EACH_BB_FN(bb, fn)
		for (auto g = gsi_start_bb(bb); !gsi_end_p(g); gsi_next(&g)) {
			gimple *stmt = gsi_stmt(g);

			if (!gimple_store_p(stmt) || !gimple_assign_single_p(stmt) ||
			    object_of(gimple_assign_rhs1(stmt)) != object)
				continue;

			tree ref = gimple_assign_lhs(stmt);

			if (member_of(ref) && is_callers(ref) &&
			    (gimple_bb(call) == bb || leads_through(fn, gimple_bb(call), bb)) &&
			    !is_set_after(call, ref))
				all.push_back({ fn->decl, member_of(ref), call });
		}
}

void left_rule::look_at(function *fn)
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn) {
		const gcond *cond = safe_dyn_cast<gcond *>(last_stmt(bb));
		tree tested = cond ? gimple_cond_lhs(cond) : NULL_TREE;

		if (tested && TREE_CODE(tested) == SSA_NAME && POINTER_TYPE_P(TREE_TYPE(tested)) &&
		    integer_zerop(gimple_cond_rhs(cond)) &&
		    gimple_assign_load_p(SSA_NAME_DEF_STMT(tested)))
			testers[member_of(gimple_assign_rhs1(SSA_NAME_DEF_STMT(tested)))]
				.insert(fn->decl);
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (gimple_store_p(stmt) && !(gimple_assign_single_p(stmt) &&
						      integer_zerop(gimple_assign_rhs1(stmt))))
				writers[member_of(gimple_get_lhs(stmt))].insert(fn->decl);

			gcall *call = dyn_cast<gcall *>(stmt);
			const contract *c = call && gimple_call_fndecl(call) ?
					    contract_of_call(call) : NULL;

			for (unsigned int a = 0; c && a < gimple_call_num_args(call); a++)
				if ((c->param(a).passing == param_contract::TAKES ||
				     c->param(a).passing == param_contract::PUTS) &&
				    is_releaser(decl_name(gimple_call_fndecl(call))) &&
				    !is_undo(name_of_function(fn->decl)))
					note_release(fn, call, gimple_call_arg(call, a));
		}
	}
}

/* Whether @name, or what is computed from it, is returned. */
bool is_returned(tree name, std::unordered_set<tree> *seen)
{
	imm_use_iterator i;
	use_operand_p used;

	if (TREE_CODE(name) != SSA_NAME || !seen->insert(name).second)
		return false;
	FOR_EACH_IMM_USE_FAST(used, i, name) {
		gimple *use = USE_STMT(used);
		tree result = gimple_code(use) == GIMPLE_PHI ? gimple_phi_result(use) :
			      is_gimple_assign(use) ? gimple_assign_lhs(use) : NULL_TREE;

		if (gimple_code(use) == GIMPLE_RETURN || (result && is_returned(result, seen)))
			return true;
	}
	return false;
}

/* Whether somebody goes on with the object though @fndecl may have failed. */
bool goes_on_after(tree fndecl)
{
	cgraph_node *node = cgraph_node::get(fndecl);

	if (VOID_TYPE_P(TREE_TYPE(TREE_TYPE(fndecl))))
		return true;
	if (TREE_PUBLIC(fndecl) || POINTER_TYPE_P(TREE_TYPE(TREE_TYPE(fndecl))))
		return false;
	for (cgraph_edge *e = node->callers; e; e = e->next_caller) {
		tree lhs = gimple_call_lhs(e->call_stmt);
		std::unordered_set<tree> seen;

		if (!lhs || !is_returned(lhs, &seen))
			return true;
	}
	/* Whoever calls it through a pointer, forgets the object that was not set up. */
	return !node->callers && !can_be_undone(name_of_function(fndecl)) &&
	       !name_of_function(fndecl).has("probe");
}

void left_rule::finish()
{
	for (left &l : all) {
		tree tester = NULL_TREE;
		finding found;

		for (tree fndecl : testers[l.member])
			if (fndecl != l.function && !writers[l.member].count(fndecl))
				tester = fndecl;
		if (!tester || !writers[l.member].count(l.function) || !goes_on_after(l.function))
			continue;
		found.id = "SAFE_E_USE_AFTER_FREE";
		found.where = gimple_location(l.call);
		found.text = std::string("'") + decl_name(l.member) + "' still points to what '" +
			     decl_name(gimple_call_fndecl(l.call)) + "' releases here, and " +
			     decl_name(tester) + "() goes by whether it is NULL; set it to NULL";
		found.key = std::string(found.id) + std::to_string(found.where);
		found.likely = true;
		add_finding(std::move(found));
	}
}

rule_entry entry(new left_rule);

} /* namespace */

} /* namespace safe */
