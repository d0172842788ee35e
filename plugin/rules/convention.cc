// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "result": what is returned is not what the callers understand.
 *
 *	return WARN_ON(ret);		1 for an error: no errno
 *	return 0 in a store function	nothing was written: user space tries for ever
 *	return NULL among ERR_PTR()s	an error that callers take for a pointer
 *	if (ret <= 0) return 0;		an error that becomes success
 */
#include "returned.h"
#include "../diagnostics.h"
#include "../location.h"

namespace safe {

static void say(const char *id, location_t where, const std::string &text,
		const std::vector<finding_note> &notes, bool likely)
{
	finding f;

	f.id = id;
	f.where = where;
	f.text = text;
	f.notes = notes;
	f.key = std::string(id) + std::to_string(user_location(where));
	f.likely = likely;
	add_finding(std::move(f));
}

/* What @name is a comparison of, through conversions; NULL: it is none. */
static tree compared(tree name, location_t *where)
{
	for (int steps = 0; steps < 8 && TREE_CODE(name) == SSA_NAME; steps++) {
		gimple *def = SSA_NAME_DEF_STMT(name);

		if (!is_gimple_assign(def) && !gimple_call_builtin_p(def, BUILT_IN_EXPECT))
			return NULL_TREE;
		if (is_gimple_call(def)) {
			name = gimple_call_arg(def, 0);
			continue;
		}
		if (gimple_assign_rhs_code(def) == NE_EXPR &&
		    integer_zerop(gimple_assign_rhs2(def))) {
			tree of = gimple_assign_rhs1(def);
			tree inner = compared(of, where);

			*where = gimple_location(def);
			return inner ? inner : of;
		}
		if (!gimple_assign_cast_p(def) && !gimple_assign_ssa_name_copy_p(def))
			return NULL_TREE;
		name = gimple_assign_rhs1(def);
	}
	return NULL_TREE;
}

/* "return WARN_ON(ret);" */
static void find_returned_warning(function *fn, const returned_values &returned)
{
	for (const auto &v : returned.all) {
		location_t where = UNKNOWN_LOCATION;
		tree what = TREE_CODE(v.value) == SSA_NAME ? compared(v.value, &where) : NULL_TREE;
		gimple *def = what && TREE_CODE(what) == SSA_NAME ? SSA_NAME_DEF_STMT(what) : NULL;

		if (!def || !is_gimple_call(def) || !gimple_call_fndecl(def) ||
		    TREE_CODE(TREE_TYPE(what)) != INTEGER_TYPE || TYPE_UNSIGNED(TREE_TYPE(what)) ||
		    !in_macro(where, "WARN_ON"))
			continue;
		say("SAFE_E_POSITIVE_ERRNO", where,
		    "the error of '" +
		    std::string(IDENTIFIER_POINTER(DECL_NAME(gimple_call_fndecl(def)))) +
		    "' is returned as 1: WARN_ON() says only whether there was one; return "
		    "the error itself", {}, true);
	}
}

/* The parameter "count" of (..., const char *buf, size_t count), or NULL. */
static tree count_of_store(function *fn)
{
	tree last = NULL_TREE, before = NULL_TREE;
	const char *name = IDENTIFIER_POINTER(DECL_NAME(fn->decl));
	size_t length = strlen(name);
	unsigned int n = 0;

	if (length < 6 || (strcmp(name + length - 6, "_store") && strncmp(name, "store_", 6)))
		return NULL_TREE;
	for (tree parm = DECL_ARGUMENTS(fn->decl); parm; parm = DECL_CHAIN(parm), n++) {
		before = last;
		last = parm;
	}
	if (n < 3 || !POINTER_TYPE_P(TREE_TYPE(before)) ||
	    TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(before))) != char_type_node ||
	    TYPE_MAIN_VARIANT(TREE_TYPE(last)) != size_type_node)
		return NULL_TREE;
	return last;
}

/* Whether @bb is only reached where @count is 0: then 0 is all of it. */
static bool nothing_to_store(basic_block bb, tree count)
{
	for (int steps = 0; steps < 4 && single_pred_p(bb); steps++) {
		edge e = single_pred_edge(bb);
		const gcond *cond = safe_dyn_cast<gcond *>(last_stmt(e->src));

		bb = e->src;
		if (cond && gimple_cond_lhs(cond) == count &&
		    integer_zerop(gimple_cond_rhs(cond)) &&
		    gimple_cond_code(cond) == (e->flags & EDGE_TRUE_VALUE ? EQ_EXPR : NE_EXPR))
			return true;
	}
	return false;
}

/* Whether @fndecl is called through a pointer only, as the attributes of a driver are. */
static bool is_only_pointed_to(tree fndecl)
{
	cgraph_node *node = cgraph_node::get(fndecl);
	ipa_ref *ref = NULL;

	if (!node || node->callers)
		return false;
	for (unsigned int i = 0; node->iterate_referring(i, ref); i++)
		if (ref->use == IPA_REF_ADDR)
			return true;
	return false;
}

/* Whether others do it, whom a table names: what has no store has no mode to write it. */
static bool is_dispatcher(const returned_values &returned)
{
	for (const auto &v : returned.all) {
		const gcall *call = TREE_CODE(v.value) != SSA_NAME ? NULL :
				    dyn_cast<const gcall *>(SSA_NAME_DEF_STMT(v.value));

		if (call && !gimple_call_fndecl(call))
			return true;
	}
	return false;
}

static void find_empty_store(function *fn, const returned_values &returned)
{
	tree parm = count_of_store(fn), count;
	bool returns_count = false;

	if (!parm)
		return;
	count = ssa_default_def(fn, parm);	/* NULL: nobody asks for it */
	for (const auto &v : returned.all)
		returns_count |= v.value == count;
	/* A helper may say 0 for success, and its caller return the count. */
	returns_count |= is_only_pointed_to(fn->decl) && !is_dispatcher(returned);
	/* Of "return ret ? ret : count" the 0 that ret may be does not arrive. */
	for (const auto &v : returned.all)
		if (v.is_constant() && !v.constant() && v.where && !v.tested && returns_count &&
		    !nothing_to_store(v.from, count))
			say("SAFE_E_EMPTY_STORE", v.where,
			    "0 is returned to whoever writes to the attribute: nothing was "
			    "written, try again; return the count, or an error", {}, false);
}

/* Whether an edge into @bb, or one before, is only taken if a call returned an error. */
static const gcall *failed_call(basic_block bb)
{
	for (int steps = 0; steps < 4 && bb && single_pred_p(bb); steps++) {
		edge e = single_pred_edge(bb);
		const gcond *cond = safe_dyn_cast<gcond *>(last_stmt(e->src));
		tree x = cond ? gimple_cond_lhs(cond) : NULL_TREE;

		bb = e->src;
		if (!cond || TREE_CODE(x) != SSA_NAME || !integer_zerop(gimple_cond_rhs(cond)))
			continue;

		bool truth = e->flags & EDGE_TRUE_VALUE;
		tree_code code = gimple_cond_code(cond);
		gimple *def = SSA_NAME_DEF_STMT(x);
		bool failed = (code == NE_EXPR && truth) || (code == EQ_EXPR && !truth) ||
			      (code == LT_EXPR && truth) || (code == GE_EXPR && !truth);

		tree callee = failed && is_gimple_call(def) ? gimple_call_fndecl(def) : NULL_TREE;

		/* A function elsewhere that returns an int returns an errno, mostly. */
		if (callee && TREE_CODE(TREE_TYPE(x)) == INTEGER_TYPE &&
		    !TYPE_UNSIGNED(TREE_TYPE(x)) &&
		    (!DECL_STRUCT_FUNCTION(callee) || may_fail(callee)))
			return as_a<gcall *>(def);
	}
	return NULL;
}

static bool is_err_ptr(tree value)
{
	gimple *def = TREE_CODE(value) == SSA_NAME ? SSA_NAME_DEF_STMT(value) : NULL;
	tree callee = def && is_gimple_call(def) ? gimple_call_fndecl(def) : NULL_TREE;

	return callee && !strcmp(IDENTIFIER_POINTER(DECL_NAME(callee)), "ERR_PTR");
}

/* "return NULL" after a failure in a function that returns ERR_PTR() for others. */
static void find_null_among_errors(function *fn, const returned_values &returned)
{
	location_t other = UNKNOWN_LOCATION;
	unsigned int nulls = 0;

	for (const auto &v : returned.all) {
		nulls += v.is_constant() && !v.constant();
		if (is_err_ptr(v.value))
			other = gimple_location(SSA_NAME_DEF_STMT(v.value));
	}
	/* More than one NULL: callers expect it. */
	if (other == UNKNOWN_LOCATION || nulls != 1)
		return;
	for (const auto &v : returned.all) {
		const gcall *failed = v.is_constant() && !v.constant() ? failed_call(v.from) : NULL;

		if (!failed || !v.where)
			continue;
		say("SAFE_E_NULL_AMONG_ERRORS", v.where,
		    "NULL is returned when '" +
		    std::string(IDENTIFIER_POINTER(DECL_NAME(gimple_call_fndecl(failed)))) +
		    "' has failed, but an error pointer for other failures: callers that ask "
		    "IS_ERR() go on with NULL; return ERR_PTR() of the error",
		    { { other, "an error pointer is returned here" } }, true);
	}
}

/* "if (ret <= 0) return 0;" where ret may be an error of a function of this file. */
static void find_swallowed_error(function *fn, const returned_values &returned)
{
	bool passes_on = returned.has_errno();

	for (const auto &v : returned.all)
		passes_on |= TREE_CODE(v.value) == SSA_NAME &&
			     is_gimple_call(SSA_NAME_DEF_STMT(v.value));
	if (!passes_on)
		return;
	for (const auto &v : returned.all) {
		if (!v.is_constant() || v.constant() || !v.where)
			continue;

		basic_block from = v.from;
		const gcond *cond = safe_dyn_cast<gcond *>(last_stmt(from));

		if (!cond && single_pred_p(from))
			cond = safe_dyn_cast<gcond *>(last_stmt(single_pred(from)));
		if (!cond || gimple_cond_code(cond) != LE_EXPR ||
		    !integer_zerop(gimple_cond_rhs(cond)) ||
		    TREE_CODE(gimple_cond_lhs(cond)) != SSA_NAME)
			continue;

		edge taken, other;

		extract_true_false_edges_from_block(gimple_bb(cond), &taken, &other);
		if (taken->dest != from && from != gimple_bb(cond))
			continue;

		gimple *def = SSA_NAME_DEF_STMT(gimple_cond_lhs(cond));
		tree callee = is_gimple_call(def) ? gimple_call_fndecl(def) : NULL_TREE;

		if (callee && may_fail(callee))
			say("SAFE_E_ERROR_LOST", gimple_location(cond),
			    "an error of '" +
			    std::string(IDENTIFIER_POINTER(DECL_NAME(callee))) +
			    "' becomes 0, success, here: return it where it is negative",
			    {}, true);
	}
}

void find_wrong_returns(function *fn)
{
	tree type = TREE_TYPE(TREE_TYPE(fn->decl));
	bool number = TREE_CODE(type) == INTEGER_TYPE && !TYPE_UNSIGNED(type);

	if (!number && !POINTER_TYPE_P(type))
		return;

	returned_values returned(fn);

	if (!number) {
		find_null_among_errors(fn, returned);
		return;
	}
	find_returned_warning(fn, returned);
	find_empty_store(fn, returned);
	find_swallowed_error(fn, returned);
	find_unread_errors(fn, returned);
}

} /* namespace safe */
