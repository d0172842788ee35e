// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "scope": a variable with a cleanup that is declared without a value, and whose
 * scope can end before it gets one.  The cleanup runs then too.
 */
#include "scope.h"
#include "../diagnostics.h"

namespace safe {

static std::unordered_set<tree> unset;

void declared_unset(tree variable)
{
	unset.insert(variable);
}

namespace {

/* From the start of the function along all paths on which one variable is not set. */
class unset_search {
public:
	unset_search(function *fn, tree variable) : fn(fn), variable(variable) { }

	/* Return: whether its cleanup is reached; @where the scope ends then. */
	bool run(location_t *where);

private:
	bool mentions(tree op) const;
	bool sets(const gimple *stmt) const;
	bool cleans(const gimple *stmt) const;

	function *fn;
	tree variable;
};

/* Also by its address: what has that may set it. */
bool unset_search::mentions(tree op) const
{
	if (op && TREE_CODE(op) == ADDR_EXPR)
		op = TREE_OPERAND(op, 0);
	while (op && handled_component_p(op))
		op = TREE_OPERAND(op, 0);
	if (op && TREE_CODE(op) == MEM_REF && TREE_CODE(TREE_OPERAND(op, 0)) == ADDR_EXPR)
		op = TREE_OPERAND(TREE_OPERAND(op, 0), 0);
	return op == variable;
}

bool unset_search::cleans(const gimple *stmt) const
{
	const gcall *call = dyn_cast<const gcall *>(stmt);
	tree fndecl = call ? gimple_call_fndecl(call) : NULL_TREE;

	return fndecl && gimple_call_num_args(call) == 1 && mentions(gimple_call_arg(call, 0)) &&
	       cleanup_name(variable) == name_of_decl(fndecl);
}

/* What -ftrivial-auto-var-init= makes: the variable is as good as not set. */
static bool is_deferred_init(const gimple *stmt)
{
	if (!gimple_assign_single_p(stmt) ||
	    TREE_CODE(gimple_assign_rhs1(stmt)) != SSA_NAME)
		return false;
	return gimple_call_internal_p(SSA_NAME_DEF_STMT(gimple_assign_rhs1(stmt)),
				      IFN_DEFERRED_INIT);
}

bool unset_search::sets(const gimple *stmt) const
{
	if (gimple_call_internal_p(stmt, IFN_DEFERRED_INIT) || gimple_clobber_p(stmt))
		return false;
	if (const gasm *code = dyn_cast<const gasm *>(stmt)) {
		for (unsigned int i = 0; i < gimple_asm_noutputs(code); i++)
			if (mentions(TREE_VALUE(gimple_asm_output_op(code, i))))
				return true;
		for (unsigned int i = 0; i < gimple_asm_ninputs(code); i++)
			if (mentions(TREE_VALUE(gimple_asm_input_op(code, i))))
				return true;
		return false;
	}
	if (gimple_get_lhs(stmt) && mentions(gimple_get_lhs(stmt)))
		return !is_deferred_init(stmt);
	for (unsigned int i = 0; i < gimple_num_ops(stmt); i++) {
		tree op = gimple_op(stmt, i);

		if (op && TREE_CODE(op) == ADDR_EXPR && mentions(op))
			return true;
	}
	return false;
}

bool unset_search::run(location_t *where)
{
	struct step {
		basic_block bb;
		location_t last;
	};
	std::vector<step> todo;
	std::set<int> seen;

	todo.push_back({ single_succ(ENTRY_BLOCK_PTR_FOR_FN(fn)), UNKNOWN_LOCATION });
	while (!todo.empty()) {
		step s = todo.back();
		bool set = false;

		todo.pop_back();
		if (s.bb->index == EXIT_BLOCK || !seen.insert(s.bb->index).second)
			continue;
		for (auto i = gsi_start_bb(s.bb); !gsi_end_p(i) && !set; gsi_next(&i)) {
			const gimple *stmt = gsi_stmt(i);

			if (is_gimple_debug(stmt))
				continue;
			if (cleans(stmt)) {
				*where = s.last;
				return true;
			}
			set = sets(stmt);
			if (LOCATION_LOCUS(gimple_location(stmt)) > BUILTINS_LOCATION)
				s.last = gimple_location(stmt);
		}
		if (set)
			continue;

		edge_iterator ei;
		edge e;

		FOR_EACH_EDGE(e, ei, s.bb->succs)
			todo.push_back({ e->dest, LOCATION_LOCUS(e->goto_locus) >
						  BUILTINS_LOCATION ? e->goto_locus : s.last });
	}
	return false;
}

} /* namespace */

void check_unset(function *fn)
{
	unsigned int i;
	tree variable;

	if (unset.empty())
		return;
	FOR_EACH_LOCAL_DECL(fn, i, variable) {
		location_t where = UNKNOWN_LOCATION;
		finding f;

		if (!unset.count(variable) || !unset_search(fn, variable).run(&where))
			continue;
		f.id = "SAFE_E_SCOPE_UNSET";
		f.where = DECL_SOURCE_LOCATION(variable);
		f.text = "'" + name_of_decl(variable) + "' is cleaned up at the end of its scope, "
			 "which can come before it is set; initialise it where it is declared";
		f.key = std::string(f.id) + " " + std::to_string(DECL_UID(variable));
		if (where != UNKNOWN_LOCATION)
			f.notes.push_back({ where, "the scope ends here, and it is not set" });
		add_finding(std::move(f));
	}
}

} /* namespace safe */
