// SPDX-License-Identifier: GPL-2.0
/*
 * How large a number can be where it is used.
 */
#include "limits.h"

namespace safe::code {

static const int MOST_DEPTH = 6;
/* Tests that are passed on the way. */
static const int MOST_TESTS = 200;

limits::~limits()
{
	if (dominators)
		free_dominance_info(CDI_DOMINATORS);
}

const std::vector<comparison> &limits::comparisons()
{
	basic_block bb;

	if (collected)
		return all;
	collected = true;
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (const gcond *cond = dyn_cast<gcond *>(stmt))
				all.push_back({ gimple_cond_code(cond), gimple_cond_lhs(cond),
						gimple_cond_rhs(cond), stmt });
			else if (is_gimple_assign(stmt) &&
				 TREE_CODE_CLASS(gimple_assign_rhs_code(stmt)) ==
				 tcc_comparison)
				all.push_back({ gimple_assign_rhs_code(stmt),
						gimple_assign_rhs1(stmt),
						gimple_assign_rhs2(stmt), stmt });
			else if (const gswitch *sw = dyn_cast<gswitch *>(stmt))
				all.push_back({ EQ_EXPR, gimple_switch_index(sw),
						integer_one_node, stmt });
		}
	}
	return all;
}

/* What was loaded into @op, or NULL. */
static tree loaded(tree op)
{
	if (TREE_CODE(op) != SSA_NAME)
		return NULL_TREE;

	gimple *def = SSA_NAME_DEF_STMT(op);

	return gimple_assign_load_p(def) ? gimple_assign_rhs1(def) : NULL_TREE;
}

bool limits::same(tree a, tree b) const
{
	a = origin(a);
	b = origin(b);
	if (a == b)
		return true;

	tree x = loaded(a), y = loaded(b);

	if (!x || !y || TREE_CODE(x) != TREE_CODE(y))
		return false;
	if (TREE_CODE(x) == COMPONENT_REF && TREE_OPERAND(x, 1) != TREE_OPERAND(y, 1))
		return false;

	spot s, t;
	int64_t n, m;

	if (refers_to(x, &s, &n) && refers_to(y, &t, &m) && s.offset == t.offset && n == m &&
	    (s.base == t.base || same(s.base, t.base)))
		return true;
	return operand_equal_p(x, y, OEP_LEXICOGRAPHIC);
}

/* "x" of "x - 4 > 12", which is what becomes of "x < 4 || x > 16", or NULL. */
static tree shifted(tree op)
{
	op = origin(op);

	gimple *def = TREE_CODE(op) == SSA_NAME ? SSA_NAME_DEF_STMT(op) : NULL;
	int64_t c;

	return def && is_gimple_assign(def) && gimple_assign_rhs_code(def) == PLUS_EXPR &&
	       constant(gimple_assign_rhs2(def), &c) ? gimple_assign_rhs1(def) : NULL_TREE;
}

bool limits::is_compared(tree op)
{
	for (const comparison &c : comparisons()) {
		bool equality = c.code == EQ_EXPR || c.code == NE_EXPR;
		tree range = equality ? NULL_TREE : shifted(c.x);

		if (same(c.x, op) && !(equality && integer_zerop(c.y)))
			return true;
		if (range && same(range, op))
			return true;
		if (same(c.y, op))
			return true;
	}
	return false;
}

/* "x op y" is known to be @truth: what does it say of @op? */
void limits::narrow(tree op, const comparison &c, bool truth, limit *l)
{
	tree_code code = truth ? c.code : invert_tree_comparison(c.code, false);
	tree x = c.x, y = c.y;
	int64_t most;

	if (!same(x, op)) {
		std::swap(x, y);
		code = swap_tree_comparison(code);
	}
	if (!same(x, op) || code == ERROR_MARK)
		return;
	if (!constant(y, &most)) {
		l->other |= code == LT_EXPR || code == LE_EXPR || code == EQ_EXPR ||
			    code == NE_EXPR;
		return;
	}
	if (code == LT_EXPR)
		most--;
	else if (code == NE_EXPR)
		l->excluded = most;
	if ((code == LT_EXPR || code == LE_EXPR || code == EQ_EXPR) && most < l->most) {
		l->most = most;
		l->test = c.stmt;
	}
}

/*
 * Whether @call is a helper that compares @op and says what came of it.  A size that is
 * copied or allocated is compared too: the results of these are no answer.
 */
bool limits::asks_helper(tree op, const gcall *call) const
{
	tree fndecl = gimple_call_fndecl(call), type = TREE_TYPE(gimple_call_fntype(call));
	function *body = fndecl ? DECL_STRUCT_FUNCTION(fndecl) : NULL;
	unsigned int i = 0;

	if (!body || !body->cfg || !gimple_in_ssa_p(body) || !INTEGRAL_TYPE_P(type) ||
	    TYPE_PRECISION(type) > TYPE_PRECISION(integer_type_node))
		return false;
	for (tree parm = DECL_ARGUMENTS(fndecl); parm; parm = DECL_CHAIN(parm), i++) {
		tree name = is_gimple_reg(parm) ? ssa_default_def(body, parm) : NULL_TREE;

		if (name && i < gimple_call_num_args(call) &&
		    same(gimple_call_arg(call, i), op) && limits(body).is_compared(name))
			return true;
	}
	return false;
}

/* @condition is @truth: a comparison, a helper's answer, or several put together. */
void limits::hold(tree condition, bool truth, tree op, limit *l, int depth)
{
	condition = origin(condition);
	if (TREE_CODE(condition) != SSA_NAME || depth > MOST_DEPTH)
		return;

	gimple *def = SSA_NAME_DEF_STMT(condition);

	if (const gcall *call = dyn_cast<const gcall *>(def))
		l->other |= asks_helper(op, call);
	if (!is_gimple_assign(def))
		return;

	tree_code code = gimple_assign_rhs_code(def);
	tree x = gimple_assign_rhs1(def), y = gimple_assign_rhs2(def);

	if (code == BIT_NOT_EXPR && TREE_CODE(TREE_TYPE(condition)) == BOOLEAN_TYPE) {
		hold(x, !truth, op, l, depth + 1);
	} else if (code == (truth ? BIT_AND_EXPR : BIT_IOR_EXPR)) {
		hold(x, truth, op, l, depth + 1);
		hold(y, truth, op, l, depth + 1);
	} else if (TREE_CODE_CLASS(code) == tcc_comparison) {
		if ((code == NE_EXPR || code == EQ_EXPR) && integer_zerop(y))
			hold(x, truth == (code == NE_EXPR), op, l, depth + 1);
		narrow(op, { code, x, y, def }, truth, l);
	}
}

static void join(limit *l, const limit &o)
{
	if (o.most < l->most) {
		l->most = o.most;
		l->test = o.test;
	}
}

/* min(), or "if (i == 8) i = 0": @op is taken only if the tests before @e say so. */
limit limits::chosen(tree op, edge e)
{
	limit l;

	for (int n = 0; n < 2; n++) {
		const gcond *cond = safe_dyn_cast<const gcond *>(last_stmt(e->src));

		if (cond)
			narrow(op, { gimple_cond_code(cond), gimple_cond_lhs(cond),
				     gimple_cond_rhs(cond), cond },
			       e->flags & EDGE_TRUE_VALUE, &l);
		if (!single_pred_p(e->src))
			break;
		e = single_pred_edge(e->src);
	}
	if (l.excluded == l.most)
		l.most--;
	return l;
}

/* By how it was made. */
limit limits::computed(tree op, int depth)
{
	limit l;
	int64_t c;

	if (constant(op, &c)) {
		l.most = c;
		return l;
	}

	tree type = TREE_TYPE(op);

	if (INTEGRAL_TYPE_P(type) && TYPE_PRECISION(type) < 32 && TYPE_UNSIGNED(type))
		l.most = (1LL << TYPE_PRECISION(type)) - 1;
	if (TREE_CODE(op) != SSA_NAME || depth > MOST_DEPTH)
		return l;

	gimple *def = SSA_NAME_DEF_STMT(op);

	if (gimple_code(def) == GIMPLE_PHI) {
		const gimple *test = NULL;
		limit most;

		most.most = INT64_MIN;
		for (unsigned int i = 0; i < gimple_phi_num_args(def); i++) {
			tree arg = gimple_phi_arg_def(def, i);
			limit one = arg == op ? limit() : computed(arg, depth + 2);
			limit here = chosen(arg, EDGE_PRED(gimple_bb(def), i));

			if (!one.known()) {
				l.other |= here.other;
				if (here.known())
					test = here.test;
				one = here;
			} else {
				join(&one, here);
			}
			if (one.most > most.most)
				most = one;
		}
		if (!most.test)
			most.test = test;
		join(&l, most);
		return l;
	}
	if (const gcall *call = dyn_cast<gcall *>(def)) {
		/* How much they have copied is at most what they were told. */
		if (is_one_of(callee(call), { "simple_write_to_buffer" }) &&
		    constant(gimple_call_arg(call, 1), &c))
			l.most = c, l.test = call;
		else if (is_one_of(callee(call), { "strncpy_from_user" }) &&
			 constant(gimple_call_arg(call, 2), &c))
			l.most = c, l.test = call;
		else if (gimple_call_builtin_p(call, BUILT_IN_EXPECT))
			return computed(gimple_call_arg(call, 0), depth + 1);
		return l;
	}
	if (!is_gimple_assign(def))
		return l;

	tree x = gimple_assign_rhs1(def), y = gimple_assign_rhs2(def);
	limit a;

	switch (gimple_assign_rhs_code(def)) {
	CASE_CONVERT:
	case SSA_NAME:
		if (TREE_CODE(x) == SSA_NAME)
			join(&l, computed(x, depth + 1));
		break;
	case COMPONENT_REF:
		if (DECL_BIT_FIELD(TREE_OPERAND(x, 1)) &&
		    TYPE_UNSIGNED(TREE_TYPE(TREE_OPERAND(x, 1))) &&
		    tree_fits_shwi_p(DECL_SIZE(TREE_OPERAND(x, 1))) &&
		    tree_to_shwi(DECL_SIZE(TREE_OPERAND(x, 1))) < 32)
			l.most = std::min<int64_t>(l.most,
				(1LL << tree_to_shwi(DECL_SIZE(TREE_OPERAND(x, 1)))) - 1);
		break;
	case BIT_AND_EXPR:
		if (constant(y, &c) && c >= 0)
			l.most = std::min(l.most, c);
		else
			l.other = true;
		break;
	case MIN_EXPR:
		join(&l, computed(x, depth + 1));
		join(&l, computed(y, depth + 1));
		l.other |= !constant(y, &c) && !constant(x, &c);
		if (l.known() && !l.test)
			l.test = def;
		break;
	case TRUNC_MOD_EXPR:
		if (constant(y, &c) && c > 0)
			l.most = std::min(l.most, c - 1);
		else
			l.other = true;
		break;
	case TRUNC_DIV_EXPR:
	case RSHIFT_EXPR:
		a = computed(x, depth + 1);
		if (!a.known() && TYPE_UNSIGNED(TREE_TYPE(x)) &&
		    TYPE_PRECISION(TREE_TYPE(x)) <= 32)
			a.most = (1LL << TYPE_PRECISION(TREE_TYPE(x))) - 1;
		if (a.known() && constant(y, &c) && c > 0 && c < 63)
			l.most = std::min(l.most, gimple_assign_rhs_code(def) == RSHIFT_EXPR ?
						  a.most >> c : a.most / c);
		break;
	case PLUS_EXPR:
		a = computed(x, depth + 1);
		l.other |= a.other;
		if (a.known() && constant(y, &c) && a.most + c < l.most && a.most + c >= 0)
			l.most = a.most + c, l.test = a.test;
		break;
	default:
		break;
	}
	return l;
}

limit limits::at(tree op, const gimple *stmt)
{
	limit l = computed(op, 0);
	basic_block bb = gimple_bb(stmt);

	if (!dominators) {
		calculate_dominance_info(CDI_DOMINATORS);
		dominators = true;
	}
	for (int n = 0; n < MOST_TESTS; n++) {
		basic_block before = get_immediate_dominator(CDI_DOMINATORS, bb);

		if (!before || before->index == ENTRY_BLOCK)
			break;

		const gcond *cond = safe_dyn_cast<const gcond *>(last_stmt(before));

		if (cond) {
			edge_iterator ei;
			edge e;

			FOR_EACH_EDGE(e, ei, before->succs) {
				if (!single_pred_p(e->dest) ||
				    !dominated_by_p(CDI_DOMINATORS, bb, e->dest))
					continue;

				bool truth = e->flags & EDGE_TRUE_VALUE;
				tree x = gimple_cond_lhs(cond), y = gimple_cond_rhs(cond);
				tree_code code = gimple_cond_code(cond);

				if ((code == NE_EXPR || code == EQ_EXPR) && integer_zerop(y))
					hold(x, truth == (code == NE_EXPR), op, &l, 0);
				narrow(op, { code, x, y, cond }, truth, &l);
			}
		}
		bb = before;
	}
	if (l.excluded == l.most)
		l.most--;
	return l;
}

} /* namespace safe::code */
