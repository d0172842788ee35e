// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "result": what a function returns, and from where.
 */
#include "returned.h"

namespace safe {

returned_values::returned_values(function *fn)
{
	edge_iterator ei;
	edge e;

	FOR_EACH_EDGE(e, ei, EXIT_BLOCK_PTR_FOR_FN(fn)->preds) {
		const greturn *ret = safe_dyn_cast<greturn *>(last_stmt(e->src));

		if (ret && gimple_return_retval(ret))
			follow(gimple_return_retval(ret), gimple_location(ret), e->src, false);
	}
}

static bool is_tested(tree name)
{
	imm_use_iterator i;
	use_operand_p used;

	FOR_EACH_IMM_USE_FAST(used, i, name) {
		const gimple *stmt = USE_STMT(used);

		/* Of "ret == -ENOMEM || !ret" two values are made, for one condition. */
		if (gimple_code(stmt) == GIMPLE_COND || gimple_code(stmt) == GIMPLE_SWITCH ||
		    (is_gimple_assign(stmt) &&
		     TREE_CODE_CLASS(gimple_assign_rhs_code(stmt)) == tcc_comparison))
			return true;
	}
	return false;
}

void returned_values::follow(tree op, location_t where, basic_block from, bool tested)
{
	if (TREE_CODE(op) == INTEGER_CST) {
		all.push_back({ op, where, from, tested });
		return;
	}
	if (TREE_CODE(op) != SSA_NAME)
		return;

	gimple *def = SSA_NAME_DEF_STMT(op);
	bool copy = gimple_assign_single_p(def) || gimple_assign_cast_p(def);

	tested |= is_tested(op);
	/* A copy of a constant is decided where it is made. */
	if (gphi *phi = dyn_cast<gphi *>(def)) {
		if (!seen.insert(op).second)
			return;
		for (unsigned int i = 0; i < gimple_phi_num_args(phi); i++)
			follow(gimple_phi_arg_def(phi, i), gimple_phi_arg_location(phi, i),
			       gimple_phi_arg_edge(phi, i)->src, tested);
	} else if (copy && (TREE_CODE(gimple_assign_rhs1(def)) == SSA_NAME ||
			    TREE_CODE(gimple_assign_rhs1(def)) == INTEGER_CST)) {
		follow(gimple_assign_rhs1(def),
		       gimple_has_location(def) ? gimple_location(def) : where,
		       TREE_CODE(gimple_assign_rhs1(def)) == INTEGER_CST ? gimple_bb(def) : from,
		       tested);
	} else {
		all.push_back({ op, where, from, tested });
	}
}

static bool is_plain_int(const_tree type)
{
	return TREE_CODE(type) == INTEGER_TYPE && !TYPE_UNSIGNED(type) &&
	       TYPE_PRECISION(type) == TYPE_PRECISION(integer_type_node);
}

bool may_fail(tree fndecl)
{
	static std::unordered_map<tree, bool> known;

	if (!is_plain_int(TREE_TYPE(TREE_TYPE(fndecl))))
		return false;

	/* Recursion: the inner call adds nothing. */
	auto slot = known.emplace(fndecl, false);
	function *fn = DECL_STRUCT_FUNCTION(fndecl);

	if (!slot.second)
		return slot.first->second;
	if (!fn || !fn->cfg || !gimple_in_ssa_p(fn))
		return false;

	bool fails = false;

	for (const auto &v : returned_values(fn).all) {
		const gcall *call = TREE_CODE(v.value) == SSA_NAME ?
				    dyn_cast<gcall *>(SSA_NAME_DEF_STMT(v.value)) : NULL;
		tree callee = call ? gimple_call_fndecl(call) : NULL_TREE;

		if (v.is_errno())
			fails = true;
		else if (callee && is_plain_int(TREE_TYPE(TREE_TYPE(callee))))
			fails |= !DECL_STRUCT_FUNCTION(callee) || may_fail(callee);
	}
	known[fndecl] = fails;
	return fails;
}

} /* namespace safe */
