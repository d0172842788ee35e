// SPDX-License-Identifier: GPL-2.0
/*
 * Calls of functions with a contract: what becomes of each argument, and what the
 * caller has afterwards.
 */
#include "machine.h"
#include "../gfp.h"

namespace safe {

/* @v belongs to the called function from here on. */
void machine::give(const value &v, tree expr, const contract &c, unsigned int param)
{
	if (c.param(param).passing == param_contract::PUTS || is_releaser(c.name.c_str())) {
		pass(v, ACT_RELEASE, expr, &c, param);
		gone(v);
	} else {
		pass(v, ACT_TAKE, expr, &c, param);
		if (v.is_sym())
			owner_gone(v.sym);
		expose(v);
	}
}

/* What the function wants of its arguments. */
void machine::demand(gcall *call, const contract &c)
{
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);

		if (c.param(i).error_only)
			pass(eval(arg), ACT_TAKE_ERROR, arg, &c, i);
		if (c.param(i).deref)
			pass(eval(arg), ACT_DEREF, arg, &c, i);
	}
}

/*
 * Passes an argument for the time of the call, or for longer; @success: a condition of
 * the contract holds.
 */
void machine::lend(const value &v, tree arg, const contract &c, unsigned int i, bool success)
{
	const param_contract &p = c.param(i);
	bool keeps = p.passing == param_contract::KEEPS_IF && success;
	bool borrowed = p.passing == param_contract::BORROWED ||
			(p.passing == param_contract::KEEPS_IF && !success);
	tree target = POINTER_TYPE_P(TREE_TYPE(arg)) ? TREE_TYPE(TREE_TYPE(arg)) : NULL_TREE;

	if (p.passing == param_contract::COUNTER) {
		escape(v);
		return;
	}
	if (p.error_only)
		pass(v, ACT_TAKE_ERROR, arg, &c, i);
	if (p.deref)
		pass(v, ACT_DEREF, arg, &c, i);
	/* Messages print what follows the format, and keep nothing of it. */
	if (c.variadic && i >= c.params.size())
		return;
	if (keeps || (p.passing == param_contract::UNKNOWN && !p.error_only && !p.out_owned)) {
		pass(v, ACT_PASS, arg, &c, i);
		expose(v);
		return;
	}
	if (borrowed)
		pass(v, ACT_LEND, arg, &c, i);
	if (!v.is_sym() || !target || TYPE_READONLY(target) || p.error_only)
		return;

	/* The callee may write what the pointer points to, and no further. */
	int64_t size = 0;

	if (v.num != SOMEWHERE && TYPE_SIZE(target) && !VOID_TYPE_P(target) &&
	    tree_fits_shwi_p(TYPE_SIZE(target)))
		size = tree_to_shwi(TYPE_SIZE(target));
	if (borrowed || p.out_owned) {
		forget_cells(v.sym, size > BITS_PER_UNIT ? v.num * BITS_PER_UNIT : SOMEWHERE,
			     size, true);
		note_clobber(v.sym);
	}
}

/* A new symbol for what a call hands back, with what its contract promises. */
value machine::handed_back(gcall *call, const contract &c, symbol &s, bool out)
{
	s.stmt = call;
	s.from = &c;

	sym_id id = symbols.intern(s);
	range r = has_range(s.type) ? range::of_type(s.type) : range::all();

	renew(id);
	if (POINTER_TYPE_P(s.type) && !out) {
		if (c.fail == contract::IS_NULL && cannot_fail(call))
			r = range::valid_pointers();
		else if (c.fail == contract::IS_NULL)
			r = range::errors().inverse();
		else if (c.fail == contract::IS_ERR)
			r = range::not_null();
	}

	sym_fact &f = st->make_fact(id, r);

	f.r = r;
	f.is_private = out || c.ret == contract::OWNED || c.zeroed;
	f.zeroed = c.zeroed && !out;
	for (rule *rule : rules()) {
		unsigned int first = rule->born(*this, c, value::of(id), out);

		if (first)
			st->set_typestate(id, rule->index, first, st->path);
	}
	return value::of(id);
}

/* The object that lends what @call returns: its first borrowed argument. */
sym_id machine::lender(gcall *call, const contract &c)
{
	if (c.ret != contract::BORROWED)
		return 0;
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		value v = c.param(i).passing == param_contract::BORROWED ?
			  eval(gimple_call_arg(call, i)) : value();

		if (v.is_sym())
			return v.sym;
	}
	return 0;
}

value machine::returned_by(gcall *call, const contract &c)
{
	tree lhs = gimple_call_lhs(call);
	symbol s;

	s.origin = symbol::RETURNED;
	s.type = lhs ? TREE_TYPE(lhs) : gimple_call_return_type(call);
	s.a = lender(call, c);
	if (!has_range(s.type))
		return value();
	return handed_back(call, c, s, false);
}

static range condition_range(ret_condition condition)
{
	switch (condition) {
	case RET_EQ_0:	return range::constant(0);
	case RET_NE_0:	return range::not_null();
	case RET_GE_0:	return range::between(0, range::MAX);
	case RET_LE_0:	return range::between(range::MIN, 0);
	case RET_LT_0:	return range::between(range::MIN, -1);
	case RET_GT_0:	return range::between(1, range::MAX);
	}
	return range::all();
}

/* An int that is 0 on success is an errno otherwise. */
range failure_range(const range &success, const_tree type)
{
	return success == range::constant(0) && INTEGRAL_TYPE_P(type) && !TYPE_UNSIGNED(type) ?
	       condition_range(RET_LT_0) : success.inverse();
}

bool is_conditional(const contract &c, range *success)
{
	for (const param_contract &p : c.params) {
		if (p.passing == param_contract::TAKES_IF ||
		    p.passing == param_contract::KEEPS_IF) {
			*success = condition_range(p.condition);
			return true;
		}
	}
	for (const param_contract &p : c.params) {
		if (p.out_owned) {
			*success = range::constant(0);
			return true;
		}
	}
	return false;
}

static bool given(const param_contract &p, bool success)
{
	return p.passing == param_contract::TAKES || p.passing == param_contract::PUTS ||
	       (p.passing == param_contract::TAKES_IF && success) ||
	       (p.or_frees && !success);
}

/* Calls a function with contract @c; @success: a condition of it holds. */
void machine::call_contract(gcall *call, const contract &c, bool success)
{
	unsigned int n = gimple_call_num_args(call);
	tree lhs = gimple_call_lhs(call);

	/* The arguments are used before any of them is given away. */
	for (unsigned int i = 0; i < n; i++) {
		const param_contract &p = c.param(i);
		tree arg = gimple_call_arg(call, i);

		if (given(p, success) && !p.deref)
			continue;
		if (has_range(TREE_TYPE(arg)) && POINTER_TYPE_P(TREE_TYPE(arg)))
			lend(eval(arg), arg, c, i, success);
	}
	for (unsigned int i = 0; i < n; i++) {
		const param_contract &p = c.param(i);
		tree arg = gimple_call_arg(call, i);

		if (given(p, success))
			give(eval(arg), arg, c, i);
		if (p.out_owned && success)
			set_out(call, c, i);
	}
	if (!lhs) {
		/* What is returned and not taken is lost at once. */
		if (c.ret == contract::OWNED || c.fail != contract::NEVER_SAID) {
			returned_by(call, c);
			sweep(here());
		}
		return;
	}

	assign(lhs, c.ret == contract::PLAIN ? handed_on(call, &c, returned_by(call, c))
					     : returned_by(call, c));
}

/* What @call returns: one of its arguments, as strcpy() does, or @otherwise. */
value machine::handed_on(gcall *call, const contract *c, const value &otherwise)
{
	int flags = gimple_call_return_flags(call);
	unsigned int i = flags & ERF_RETURN_ARG_MASK;

	for (unsigned int k = 0; c && k < gimple_call_num_args(call); k++)
		if (c->param(k).returned)
			return eval(gimple_call_arg(call, k));
	return (flags & ERF_RETURNS_ARG) && i < gimple_call_num_args(call) ?
	       eval(gimple_call_arg(call, i)) : otherwise;
}

/*
 * Calls a function that takes or sets something on success only: on a copy of
 * the state it fails.
 */
void machine::call_both(gcall *call, const contract &c, const range &success,
			state_list *failures)
{
	state failed = *st, *succeeded = st;
	tree lhs = gimple_call_lhs(call);

	st = &failed;
	call_contract(call, c, false);
	if (!lhs || refine(eval(lhs), failure_range(success, TREE_TYPE(lhs))))
		failures->push_back(std::move(failed));
	st = succeeded;
	call_contract(call, c, true);
	dead = lhs && !refine(eval(lhs), success);
}

void machine::set_out(gcall *call, const contract &c, unsigned int i)
{
	tree arg = gimple_call_arg(call, i);
	symbol s;
	place p;

	s.origin = symbol::SET;
	s.num = i;
	s.type = TREE_TYPE(TREE_TYPE(arg));

	value object = handed_back(call, c, s, true);
	value v = eval(arg);

	p.base = v;
	p.type = s.type;
	p.size = POINTER_SIZE;
	p.field = NULL_TREE;
	p.pointer = NULL_TREE;
	if (p.base.is_sym() && v.num != SOMEWHERE)
		p.base.num *= BITS_PER_UNIT;

	st->make_fact(object.sym, range::valid_pointers()).r = range::valid_pointers();
	store_at(p, object, NULL_TREE);
}

} /* namespace safe */
