// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "result": an error that is put in a variable, where nobody looks.
 *
 *	ret = foo_read(foo);		ret = -EINVAL;
 *	foo_stop(foo);			goto out;
 *	return 0;			...
 *				out:	return 0;
 *
 * Whoever assigns it means to return it.  As long as other values of the variable are
 * used, no compiler warns.
 */
#include "returned.h"
#include "code.h"
#include "../diagnostics.h"
#include "../location.h"

namespace safe {

using namespace code;

namespace {

class unread_errors {
public:
	unread_errors(function *fn, const returned_values &returned) :
		fn(fn), returned(returned) { }
	void find();

private:
	bool is_unread(tree name);
	bool is_known_error(tree variable);
	bool redefines(basic_block bb, const gimple *after, tree variable) const;
	bool follow(const gimple *from, tree variable);
	void judge(tree name);

	function *fn;
	const returned_values &returned;
	std::set<int> reached;			/* blocks, without another value */
	std::set<std::pair<int, int>> closed;	/* edges where the error is asked for */
};

/* Nobody looks at @name, but for one error of all. */
bool unread_errors::is_unread(tree name)
{
	imm_use_iterator i;
	use_operand_p used;

	closed.clear();
	FOR_EACH_IMM_USE_FAST(used, i, name) {
		const gcond *cond = dyn_cast<const gcond *>(USE_STMT(used));
		tree other = cond ? gimple_cond_rhs(cond) : NULL_TREE;
		int64_t c;

		if (is_gimple_debug(USE_STMT(used)))
			continue;
		if (!cond || !constant(other, &c) || c >= 0 || c < -4095 ||
		    (gimple_cond_code(cond) != EQ_EXPR && gimple_cond_code(cond) != NE_EXPR))
			return false;

		edge yes, no;

		extract_true_false_edges_from_block(gimple_bb(cond), &yes, &no);
		if (gimple_cond_code(cond) == NE_EXPR)
			std::swap(yes, no);
		closed.insert({ yes->src->index, yes->dest->index });
	}
	return true;
}

/* Whether the function returns what is in @variable, elsewhere. */
bool unread_errors::is_known_error(tree variable)
{
	for (const auto &v : returned.all)
		if (TREE_CODE(v.value) == SSA_NAME && SSA_NAME_VAR(v.value) == variable)
			return true;
	return false;
}

bool unread_errors::redefines(basic_block bb, const gimple *after, tree variable) const
{
	bool past = !after;

	for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
		tree lhs = gimple_get_lhs(gsi_stmt(i));

		if (past && lhs && TREE_CODE(lhs) == SSA_NAME && SSA_NAME_VAR(lhs) == variable)
			return true;
		past |= gsi_stmt(i) == after;
	}
	return false;
}

/* Finds the blocks that @from leads to.  Return: whether there is no other value there. */
bool unread_errors::follow(const gimple *from, tree variable)
{
	std::vector<basic_block> todo = { gimple_bb(from) };
	edge_iterator ei;
	edge e;

	reached.clear();
	if (redefines(gimple_bb(from), from, variable))
		return false;
	while (!todo.empty()) {
		basic_block bb = todo.back();

		todo.pop_back();
		FOR_EACH_EDGE(e, ei, bb->succs) {
			if (closed.count({ bb->index, e->dest->index }) ||
			    !reached.insert(e->dest->index).second)
				continue;
			if (e->dest == gimple_bb(from) || redefines(e->dest, NULL, variable))
				return false;
			todo.push_back(e->dest);
		}
	}
	reached.insert(gimple_bb(from)->index);
	return true;
}

void unread_errors::judge(tree name)
{
	gimple *def = SSA_NAME_DEF_STMT(name);
	gcall *call = dyn_cast<gcall *>(def);
	tree variable = SSA_NAME_VAR(name), fndecl = call ? gimple_call_fndecl(call) : NULL_TREE;
	bool succeeds = false, fails = false;
	int64_t error = 0;
	finding f;

	if (call) {
		if (!fndecl ||
		    (DECL_STRUCT_FUNCTION(fndecl) && !may_fail(fndecl)))
			return;
	} else if (!gimple_assign_single_p(def) || !constant(gimple_assign_rhs1(def), &error) ||
		   error >= 0 || error < -4095) {
		return;
	}
	if (!is_unread(name) || (!call && !closed.empty()) || !follow(def, variable))
		return;
	for (const auto &v : returned.all) {
		if (!reached.count(v.from->index))
			continue;
		if (!v.is_constant() || (error && v.constant() == error))
			return;
		succeeds |= !v.constant();
		fails |= v.is_errno();
	}
	/* A fixed code for all that may fail is meant, but not beside another one. */
	if (!succeeds && (call || !fails))
		return;
	/* It is found out later that this failed. */
	if (fails && !closed.empty())
		return;
	/* Who returns none of what is in it, has other ways to tell. */
	if (succeeds && closed.empty() && !is_known_error(variable))
		return;
	if (call && is_ignored(fn, call, returned))	/* said there */
		return;

	std::string what = std::string("'") + IDENTIFIER_POINTER(DECL_NAME(variable)) + "'";

	f.id = "SAFE_E_ERROR_LOST";
	f.where = place(def);
	if (call)
		f.text = "the error of '" + std::string(callee(call)) + "' is put in " + what +
			 (closed.empty() ? ", but nobody looks at it" :
			  ", but nobody looks at any other than this one") +
			 ": the function goes on to return 0";
	else
		f.text = "an error code is put in " + what + ", but nobody looks at it: the "
			 "function returns " + (succeeds ? "0" : "another one") + "; return " +
			 what;
	/* One for all that is put there. */
	f.key = std::string(f.id) + " " + std::to_string(DECL_UID(variable));
	f.likely = true;
	add_finding(std::move(f));
}

void unread_errors::find()
{
	unsigned int i;
	tree name;

	FOR_EACH_SSA_NAME(i, name, fn) {
		tree variable = SSA_NAME_VAR(name), type = TREE_TYPE(name);

		if (SSA_NAME_IS_DEFAULT_DEF(name) || !variable || !VAR_P(variable) ||
		    !DECL_NAME(variable) || DECL_ARTIFICIAL(variable) ||
		    TREE_CODE(type) != INTEGER_TYPE || TYPE_UNSIGNED(type) ||
		    !is_users(SSA_NAME_DEF_STMT(name)) ||
		    linemap_location_from_macro_expansion_p(line_table,
			gimple_location(SSA_NAME_DEF_STMT(name))))
			continue;
		judge(name);
	}
}

} /* namespace */

void find_unread_errors(function *fn, const returned_values &returned)
{
	/* All that is returned is computed: nothing fixed to be wrong. */
	if (std::any_of(returned.all.begin(), returned.all.end(),
			[](const auto &v) { return v.is_constant(); }))
		unread_errors(fn, returned).find();
}

} /* namespace safe */
