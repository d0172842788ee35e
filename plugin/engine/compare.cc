// SPDX-License-Identifier: GPL-2.0
/*
 * Tests.  A comparison is a value like any other: a symbol that stands for
 * "x op y".  When a branch decides it, the ranges of x and y are narrowed, and
 * what they were computed from in turn.  So IS_ERR(), unlikely() and WARN_ON()
 * need no rules of their own.
 */
#include "machine.h"

namespace safe {

static range type_range(tree type)
{
	return type && has_range(type) ? range::of_type(type) : range::all();
}

range machine::range_of(const value &v) const
{
	if (v.kind == value::CONST)
		return range::constant(v.num);
	if (!v.is_sym())
		return range::all();

	const symbol &s = symbols[v.sym];
	const sym_fact *f = st->fact(v.sym);
	range r = f ? f->r : type_range(s.type);

	/* Nobody computes addresses from NULL or an error. */
	if (v.num && symbols[v.sym].type && POINTER_TYPE_P(symbols[v.sym].type))
		return range::valid_pointers();
	/* A test of what has been narrowed since. */
	if (s.origin == symbol::EXPR && TREE_CODE_CLASS(s.code) == tcc_comparison) {
		int64_t c;

		if (!r.is_constant(&c) && s.y.kind == value::CONST) {
			range x = range_of(s.x);
			range wanted = range::compared(s.code, s.y.num, s.node);

			if (x.inside(wanted))
				return range::constant(1);
			if (!x.meets(wanted))
				return range::constant(0);
		}
	}
	return r;
}

/* Two pointers that cannot be the same. */
static bool distinct(const machine &m, const state &st, const value &x, const value &y)
{
	auto hidden = [&](const value &v) {
		const sym_fact *f = st.fact(v.sym);

		return f && f->is_private;
	};

	if (x.sym == y.sym)
		return x.num != SOMEWHERE && y.num != SOMEWHERE && x.num != y.num;
	if (m.info(x.sym).origin == symbol::DECL && m.info(y.sym).origin == symbol::DECL)
		return true;
	/* What came from elsewhere cannot point to what only this function has. */
	return hidden(x) || hidden(y);
}

value machine::compare(tree_code code, tree type, const value &x, const value &y,
		       tree operand_type, bool repeated)
{
	if (!has_range(operand_type) || !x.usable() || !y.usable())
		return value();
	if (x.kind == value::CONST && y.is_sym())
		return compare(swap_tree_comparison(code), type, y, x, operand_type,
			       repeated);

	if (y.kind == value::CONST) {
		range wanted = range::compared(code, y.num, operand_type);
		range r = range_of(x);

		if (r.inside(wanted))
			return value::constant(1);
		if (!r.meets(wanted))
			return value::constant(0);
		if (x.is_sym() && x.num)
			return value();
		/* "truth != 0" is the truth itself. */
		if (code == NE_EXPR && y.num == 0 && r.inside(range::between(0, 1)))
			return x;
	} else if (code == EQ_EXPR || code == NE_EXPR) {
		if (x == y && x.num != SOMEWHERE)
			return value::constant(code == EQ_EXPR);
		if (distinct(*this, *st, x, y))
			return value::constant(code == NE_EXPR);
	} else if (x == y && x.num != SOMEWHERE) {
		return value::constant(code == LE_EXPR || code == GE_EXPR);
	}

	return computed(code, boolean_type_node, operand_type, x, y, repeated);
}

bool machine::refine(const value &v, const range &r)
{
	if (v.kind == value::CONST)
		return r.has(v.num);
	if (!v.is_sym())
		return true;
	if (v.num)
		return range_of(v).meets(r);

	range before = range_of(v);
	range after = before.intersect(r);

	if (after.empty())
		return false;

	if (after == before)
		return true;

	st->make_fact(v.sym, after).r = after;
	if (symbols[v.sym].origin == symbol::EXPR &&
	    !refine_expression(symbols[v.sym], after))
		return false;

	occasion o;

	o.act = ACT_REFINE;
	o.what = v;
	o.where = here();
	fire(o);
	return true;
}

bool machine::refine_comparison(const symbol &e, bool truth)
{
	tree_code code = truth ? e.code : invert_tree_comparison(e.code, false);
	value x = e.x, y = e.y;

	if (y.kind == value::CONST)
		return refine(x, range::compared(code, y.num, e.node));
	if (code == EQ_EXPR) {
		if (x.num || y.num)
			return true;
		return refine(x, range_of(y)) && refine(y, range_of(x));
	}
	if (TYPE_UNSIGNED(e.node) || x.num || y.num)
		return true;

	range rx = range_of(x), ry = range_of(y);

	switch (code) {
	case NE_EXPR: {
		int64_t c;

		if (ry.is_constant(&c))
			return refine(x, range::constant(c).inverse());
		return !rx.is_constant(&c) || refine(y, range::constant(c).inverse());
	}
	case LT_EXPR:
	case LE_EXPR:
		return refine(x, range::compared(code, ry.high(), e.node)) &&
		       refine(y, range::compared(swap_tree_comparison(code), rx.low(),
						 e.node));
	case GT_EXPR:
	case GE_EXPR:
		return refine(x, range::compared(code, ry.low(), e.node)) &&
		       refine(y, range::compared(swap_tree_comparison(code), rx.high(),
						 e.node));
	default:
		return true;
	}
}

/* @e is known to be in @r: what does that say of what it is computed from? */
/* "a && b" is false, and one of them is known to be true: then the other is not. */
bool machine::refine_other(const symbol &e, const range &r)
{
	if (TREE_CODE(e.type) != BOOLEAN_TYPE)
		return true;
	if (!range_of(e.x).meets(r))
		return refine(e.y, r);
	return range_of(e.y).meets(r) || refine(e.x, r);
}

bool machine::refine_expression(const symbol &s, const range &r)
{
	const symbol e = s;	/* the table may grow */
	bool is_true = !r.has(0), is_false = r == range::constant(0);

	if (TREE_CODE_CLASS(e.code) == tcc_comparison)
		return is_true || is_false ? refine_comparison(e, is_true) : true;

	switch (e.code) {
	case BIT_AND_EXPR:
		if (is_true)
			return refine(e.x, range::not_null()) && refine(e.y, range::not_null());
		return !is_false || refine_other(e, range::constant(0));
	case BIT_IOR_EXPR:
		if (is_false)
			return refine(e.x, range::constant(0)) && refine(e.y, range::constant(0));
		return !is_true || refine_other(e, range::not_null());
	case PLUS_EXPR:
		return e.y.kind != value::CONST || e.y.num == range::MIN ||
		       refine(e.x, sum(r, -e.y.num, e.type));
	case NEGATE_EXPR:
		return refine(e.x, r.negate());
	case NOP_EXPR: {
		tree from = e.node;

		if (TYPE_PRECISION(from) == TYPE_PRECISION(e.type))
			return refine(e.x, r.convert(e.type, from));
		return !is_true || refine(e.x, range::not_null());
	}
	default:
		return true;
	}
}

/* Takes one branch.  Return: false when it cannot be taken. */
bool machine::assume(const value &condition, bool truth)
{
	return refine(condition, truth ? range::not_null() : range::constant(0));
}

/* Tells the rules that a pointer or a result was tested. */
void machine::notice_test(tree_code code, const value &x, const value &y, tree type,
			  tree expr)
{
	if (!x.is_sym() || y.kind != value::CONST || x.num || !has_range(type))
		return;

	occasion o;
	range tested = range::compared(code, y.num, type);

	if (POINTER_TYPE_P(type) && y.num == 0)
		o.act = ACT_TEST_NULL;
	else if (tested == range::errors() || tested.inverse() == range::errors())
		o.act = ACT_TEST_ERR;
	else
		o.act = ACT_TEST;
	o.what = x;
	o.expr = expr;
	o.where = here();
	fire(o);
}

static bool is_compared(tree name)
{
	imm_use_iterator i;
	gimple *use;
	bool found = false;

	FOR_EACH_IMM_USE_STMT(use, i, name)
		found |= gimple_code(use) == GIMPLE_COND ||
			 (is_gimple_assign(use) &&
			  TREE_CODE_CLASS(gimple_assign_rhs_code(use)) == tcc_comparison);
	return found;
}

/* One is a copy of the other, or both are read from one variable. */
static bool same_value(const flow &fn, tree a, tree b)
{
	const gimple *x = SSA_NAME_DEF_STMT(fn.root(a)), *y = SSA_NAME_DEF_STMT(fn.root(b));

	return fn.root(a) == fn.root(b) ||
	       (gimple_assign_load_p(x) && gimple_assign_load_p(y) &&
		operand_equal_p(gimple_assign_rhs1(x), gimple_assign_rhs1(y), 0));
}

bool machine::is_asked(tree pointer) const
{
	tree code = gimple_get_lhs(at);

	if (code && TREE_CODE(code) == SSA_NAME && is_compared(code))
		return true;
	if (!pointer || TREE_CODE(pointer) != SSA_NAME)
		return false;
	for (int order = fn.order(gimple_bb(at)); order < fn.block_count(); order++) {
		basic_block bb = fn.block(order);

		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));
			tree callee = call ? gimple_call_fndecl(call) : NULL_TREE;

			if (!callee || !DECL_NAME(callee) || gimple_call_num_args(call) != 1 ||
			    strncmp(IDENTIFIER_POINTER(DECL_NAME(callee)), "IS_ERR", 6))
				continue;

			tree arg = gimple_call_arg(call, 0);

			if (TREE_CODE(arg) == SSA_NAME && same_value(fn, arg, pointer))
				return true;
		}
	}
	return false;
}

} /* namespace safe */
