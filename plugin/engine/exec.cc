// SPDX-License-Identifier: GPL-2.0
/*
 * Executes statements: computes values and assigns them.
 */
#include "machine.h"

namespace safe {

/* A symbol for the unknown value of the SSA name @name. */
value machine::fresh(tree name)
{
	symbol s;

	s.origin = symbol::NAME;
	s.node = name;
	s.type = TREE_TYPE(name);
	return value::of(symbols.intern(s));
}

/* The value of an operand; a name of unknown value becomes a symbol. */
value machine::eval(tree op)
{
	switch (TREE_CODE(op)) {
	case SSA_NAME: {
		tree root = fn.root(op);
		value v = st->name(SSA_NAME_VERSION(root));

		if (v.known())
			return v;
		if (SSA_NAME_IS_DEFAULT_DEF(root) && SSA_NAME_VAR(root) &&
		    VAR_P(SSA_NAME_VAR(root)))
			return value::uninit();
		if (!has_range(TREE_TYPE(root)))
			return value();
		v = fresh(root);
		renew(v.sym);
		st->set_name(SSA_NAME_VERSION(root), v);
		return v;
	}
	case INTEGER_CST:
		return wi::to_wide(op).get_precision() <= 64 ?
		       value::constant(TREE_INT_CST_LOW(op)) : value();
	case ADDR_EXPR: {
		tree target = TREE_OPERAND(op, 0);
		place p;

		if (TREE_CODE(target) == FUNCTION_DECL || TREE_CODE(target) == LABEL_DECL)
			return address_of(target);
		if (!locate(target, &p) || !p.base.is_sym())
			return value();
		if (p.base.num == SOMEWHERE || p.base.num % BITS_PER_UNIT)
			return value::of(p.base.sym, SOMEWHERE);
		return value::of(p.base.sym, p.base.num / BITS_PER_UNIT);
	}
	default:
		return value();
	}
}

/* The value of @op if it has one, without making a symbol for it. */
value machine::peek(tree op)
{
	if (TREE_CODE(op) == SSA_NAME)
		return st->name(SSA_NAME_VERSION(fn.root(op)));
	return eval(op);
}

/*
 * The symbol for @code of @x and @y; @node tells apart what they do not: the type of
 * the operands, the function.
 */
value machine::computed(tree_code code, tree type, tree node, const value &x,
			const value &y, bool repeated)
{
	symbol s;

	s.origin = symbol::EXPR;
	s.code = code;
	s.type = type;
	s.node = node;
	s.x = x;
	s.y = y;

	value v = value::of(symbols.intern(s));

	if (repeated)
		symbols.set_lasting(v.sym);
	return v;
}

value machine::part(const value &v)
{
	if (!v.is_sym() || v.num == SOMEWHERE)
		return value();
	if (!v.num)
		return v;
	return computed(POINTER_PLUS_EXPR, ptr_type_node, NULL_TREE, value::of(v.sym),
			value::constant(v.num), true);
}

value machine::spot(const value &v)
{
	if (!v.is_sym() || v.num == SOMEWHERE)
		return value();
	return computed(POINTER_PLUS_EXPR, ptr_type_node, NULL_TREE, value::of(v.sym),
			value::constant(v.num), true);
}

value machine::spotted(sym_id s) const
{
	const symbol &info = symbols[s];

	return info.origin == symbol::EXPR && info.code == POINTER_PLUS_EXPR ?
	       value::of(info.x.sym, info.y.num) : value::of(s);
}

/* Whether @s is a signed number that was made unsigned. */
static bool is_converted(const symbol &s)
{
	return s.origin == symbol::EXPR && s.code == NOP_EXPR;
}

/* Whether @name is asked for its sign, as "flags & BIT(31)" is by GCC. */
static bool is_asked_for_sign(tree name)
{
	imm_use_iterator i;
	use_operand_p use;

	FOR_EACH_IMM_USE_FAST(use, i, name) {
		const gcond *cond = dyn_cast<const gcond *>(USE_STMT(use));
		tree_code code = cond ? gimple_cond_code(cond) : ERROR_MARK;

		if ((code == LT_EXPR || code == GE_EXPR) && integer_zerop(gimple_cond_rhs(cond)))
			return true;
	}
	return false;
}

value machine::convert(const value &v, tree from, tree to, tree result)
{
	if (v.kind == value::UNINIT)
		return v;
	if (!has_range(to) || !has_range(from))
		return value();
	if (v.kind == value::CONST) {
		int64_t c;

		return range::constant(v.num).convert(from, to).is_constant(&c) ?
		       value::constant(c) : value();
	}
	if (!v.is_sym())
		return v;

	range r = range_of(v);

	/* The same number in another type is the same value. */
	if (r.convert(from, to) == r &&
	    (r.inside(range::of_type(to)) || TYPE_PRECISION(to) >= 64))
		return v;
	if (v.num)
		return value();
	/* "return index;": numbers that count are not that large. */
	if (TYPE_UNSIGNED(from) && !TYPE_UNSIGNED(to) && TREE_CODE(to) == INTEGER_TYPE &&
	    TYPE_PRECISION(from) == TYPE_PRECISION(to) && !is_converted(symbols[v.sym]) &&
	    r.meets(range::of_type(to)) && !(result && is_asked_for_sign(result)))
		return v;

	value out = computed(NOP_EXPR, to, from, v, value(), false);
	range converted = r.convert(from, to);

	if (converted != range::of_type(to) && !st->fact(out.sym))
		st->make_fact(out.sym, converted);
	return out;
}

sym_id machine::deed(const gcall *call)
{
	symbol s;

	s.origin = symbol::EXPR;
	s.code = CALL_EXPR;
	s.stmt = call;

	sym_id id = symbols.intern(s);

	symbols.set_lasting(id);
	return id;
}

static bool fold(tree_code code, tree type, int64_t x, int64_t y, int64_t *out)
{
	tree tx = build_int_cst(type, x), ty = build_int_cst(type, y);
	tree result = const_binop(code, type, tx, ty);

	if (!result || TREE_CODE(result) != INTEGER_CST || !has_range(type))
		return false;
	*out = TREE_INT_CST_LOW(result);
	return true;
}

/* A value computed from others, the same one whenever it is computed again. */
value machine::expression(tree_code code, tree type, const value &x, const value &y,
			  bool repeated)
{
	if (!x.usable() || !y.usable() || !has_range(type))
		return value();
	if (x.kind == value::CONST && y.kind == value::CONST) {
		int64_t c;

		return fold(code, type, x.num, y.num, &c) ? value::constant(c) : value();
	}
	if (x.kind == value::CONST && commutative_tree_code(code))
		return expression(code, type, y, x, repeated);

	value v = computed(code, type, NULL_TREE, x, y, repeated);

	if (st->fact(v.sym))
		return v;

	range r = range::of_type(type);

	if (code == BIT_AND_EXPR && y.kind == value::CONST && y.num >= 0)
		r = range::between(0, y.num);
	else if (code == PLUS_EXPR && y.kind == value::CONST)
		r = sum(range_of(x), y.num, type).intersect(r);
	else if (code == MIN_EXPR && y.kind == value::CONST)
		r = r.intersect(range::between(range::MIN, y.num));
	else if (code == BIT_IOR_EXPR && y.kind == value::CONST && y.num)
		r = r.intersect(range::not_null());
	if (!r.empty() && r != range::of_type(type))
		st->make_fact(v.sym, r);
	return v;
}

/* Where a pointer's bits are tampered with, it is no longer followed. */
void machine::tampered(const value &v, tree type)
{
	if (!POINTER_TYPE_P(type) && matters(v) && POINTER_TYPE_P(symbols[v.sym].type))
		escape(v);
}

/* p += new - old: afterwards p points into another object. */
static bool is_difference(tree op)
{
	for (int steps = 0; TREE_CODE(op) == SSA_NAME && steps < 4; steps++) {
		gimple *def = SSA_NAME_DEF_STMT(op);

		if (!is_gimple_assign(def))
			return false;
		if (gimple_assign_rhs_code(def) == POINTER_DIFF_EXPR)
			return true;
		if (!gimple_assign_cast_p(def) && !gimple_assign_ssa_name_copy_p(def))
			return false;
		op = gimple_assign_rhs1(def);
	}
	return false;
}

value machine::binary(const gassign *stmt)
{
	tree_code code = gimple_assign_rhs_code(stmt);
	tree op1 = gimple_assign_rhs1(stmt), op2 = gimple_assign_rhs2(stmt);
	tree type = TREE_TYPE(gimple_assign_lhs(stmt));

	if (TREE_CODE_CLASS(code) == tcc_comparison) {
		value x = eval(op1), y = eval(op2);

		notice_test(code, x, y, TREE_TYPE(op1), op1);
		return compare(code, type, x, y, TREE_TYPE(op1),
			       fn.repeated(code, op1, op2));
	}

	value x = peek(op1), y = peek(op2);

	if (code == POINTER_PLUS_EXPR) {
		x = eval(op1);
		if (!x.is_sym() || is_difference(op2))
			return value();
		/* Which element it is, another round of the loop would not know. */
		if (TREE_CODE(op2) != INTEGER_CST || x.num == SOMEWHERE)
			return value::of(x.sym, SOMEWHERE);
		return value::of(x.sym, x.num + y.num);
	}
	if (code == POINTER_DIFF_EXPR && !(x.is_sym() && y.is_sym() && x.sym == y.sym)) {
		tampered(x, type);
		tampered(y, type);
	}
	if (code == POINTER_DIFF_EXPR || code == MINUS_EXPR)
		return code == MINUS_EXPR && y.kind == value::CONST && y.num != INT64_MIN ?
		       expression(PLUS_EXPR, type, x, value::constant(-y.num), false) :
		       value();
	tampered(x, type);
	tampered(y, type);

	bool repeated = fn.repeated(code, op1, op2);

	if (!repeated && code != PLUS_EXPR && code != BIT_AND_EXPR && code != BIT_IOR_EXPR &&
	    code != MIN_EXPR)
		return x.kind == value::CONST && y.kind == value::CONST ?
		       expression(code, type, x, y, false) : value();
	if (repeated || y.kind == value::CONST) {
		x = eval(op1);
		y = eval(op2);
	}
	return expression(code, type, x, y, repeated);
}

value machine::unary(const gassign *stmt)
{
	tree op = gimple_assign_rhs1(stmt);
	tree type = TREE_TYPE(gimple_assign_lhs(stmt));
	value v;

	switch (gimple_assign_rhs_code(stmt)) {
	CASE_CONVERT:
		return convert(eval(op), TREE_TYPE(op), type, gimple_assign_lhs(stmt));
	case BIT_NOT_EXPR:
		if (TREE_CODE(type) != BOOLEAN_TYPE)
			return value();
		return compare(EQ_EXPR, type, eval(op), value::constant(0),
			       TREE_TYPE(op), false);
	case NEGATE_EXPR:
		v = peek(op);
		if (v.kind == value::CONST && v.num != INT64_MIN)
			return convert(value::constant(-v.num), TREE_TYPE(op), type);
		return value();
	default:
		return value();
	}
}

void machine::assign(tree lhs, const value &v)
{
	if (TREE_CODE(lhs) != SSA_NAME) {
		store(lhs, v, NULL_TREE);
		return;
	}
	if (fn.root(lhs) != lhs || has_zero_uses(lhs))
		return;
	if (v.known()) {
		st->set_name(SSA_NAME_VERSION(lhs), v);
		return;
	}
	/* The unknown value of an earlier round is another one. */
	st->set_name(SSA_NAME_VERSION(lhs), value());
	if (has_range(TREE_TYPE(lhs)))
		renew(fresh(lhs).sym);
}

void machine::exec_assign(const gassign *stmt)
{
	tree lhs = gimple_assign_lhs(stmt), rhs = gimple_assign_rhs1(stmt);

	if (gimple_clobber_p(stmt)) {
		if (DECL_P(lhs))
			clobber(lhs);
		return;
	}
	if (gimple_assign_rhs_class(stmt) == GIMPLE_BINARY_RHS) {
		assign(lhs, binary(stmt));
	} else if (gimple_assign_rhs_class(stmt) == GIMPLE_UNARY_RHS) {
		assign(lhs, unary(stmt));
	} else if (gimple_assign_rhs_class(stmt) == GIMPLE_TERNARY_RHS) {
		assign(lhs, value());
	} else if (!is_gimple_reg_type(TREE_TYPE(lhs))) {
		exec_aggregate(lhs, rhs);
	} else if (REFERENCE_CLASS_P(rhs) || DECL_P(rhs)) {
		value v = load(rhs, lhs);

		assign(lhs, v);
	} else if (TREE_CODE(lhs) == SSA_NAME) {
		assign(lhs, eval(rhs));
	} else {
		store(lhs, eval(rhs), rhs);
	}
}

void machine::exec_aggregate(tree lhs, tree rhs)
{
	place to, from;

	note_touch(lhs, true);
	if (TREE_CODE(rhs) != CONSTRUCTOR && TREE_CODE(rhs) != STRING_CST)
		note_touch(rhs, false);
	if (!locate(lhs, &to))
		return;
	note_deref(to);
	if (TREE_CODE(rhs) != CONSTRUCTOR && TREE_CODE(rhs) != STRING_CST &&
	    locate(rhs, &from)) {
		note_deref(from);
		copy_aggregate(to, from);
		return;
	}
	if (to.base.is_sym()) {
		forget_aliases(to);
		forget_cells(to.base.sym, to.base.num, to.size, false);
		/* = {}: all zero, if it is the whole variable. */
		if (TREE_CODE(rhs) == CONSTRUCTOR && !CONSTRUCTOR_NELTS(rhs) &&
		    DECL_P(lhs) && is_private(to.base.sym))
			st->fact(to.base.sym)->zeroed = true;
	}
}

void machine::exec_asm(const gasm *stmt)
{
	const char *text = gimple_asm_string(stmt);

	/* WARN_ON(): what must not happen proves nothing. */
	if (strstr(text, "__bug_table")) {
		dead = true;
		return;
	}
	for (unsigned int i = 0; i < gimple_asm_ninputs(stmt); i++) {
		tree op = TREE_VALUE(gimple_asm_input_op(stmt, i));

		/* A pointer in a register: cmpxchg() and the like store it. */
		if (REFERENCE_CLASS_P(op))
			load(op, NULL_TREE);
		else if (has_range(TREE_TYPE(op)) && matters(peek(op)))
			escape(peek(op));
	}
	for (unsigned int i = 0; i < gimple_asm_noutputs(stmt); i++)
		assign(TREE_VALUE(gimple_asm_output_op(stmt, i)), value());
}

void machine::exec_return(const greturn *stmt)
{
	tree op = gimple_return_retval(stmt);

	st->returned = value();
	if (op && is_gimple_reg_type(TREE_TYPE(op))) {
		st->returned = eval(op);
		if (st->returned.is_sym()) {
			occasion o;

			o.act = ACT_RETURN;
			o.what = st->returned;
			o.expr = op;
			o.where = here();
			fire(o);
		}
	} else if (op && DECL_P(op)) {
		st->returned = address_of(op);
	}
	for (rule *r : rules())
		r->leave(*this, st->returned);

	/* The variables are gone, and every name with them. */
	for (const cell &c : st->cells)
		note_holder(c);
	st->names.clear();
	st->cells.erase(std::remove_if(st->cells.begin(), st->cells.end(),
		[&](const cell &c) { return is_local(c.base) && c.base != st->returned.sym; }),
		st->cells.end());
	sweep(here());
	exit_states.push_back(std::move(*st));
}

void machine::exec(gimple *stmt, state_list &states)
{
	at = stmt;
	if (gcall *call = dyn_cast<gcall *>(stmt)) {
		exec_call(call, states);
		return;
	}
	for (size_t i = 0; i < states.size(); ) {
		st = &states[i];
		dead = false;
		note_place();
		if (fn.is_doubtful(stmt))
			note_unset(stmt);
		if (const gassign *assign = dyn_cast<gassign *>(stmt))
			exec_assign(assign);
		else if (const gasm *code = dyn_cast<gasm *>(stmt))
			exec_asm(code);
		else if (const greturn *ret = dyn_cast<greturn *>(stmt))
			exec_return(ret);
		if (dead)
			states.erase(states.begin() + i);
		else
			i++;
	}
}

/*
 * The code that ends scopes and the one return that all others share have no
 * place, or one that means nothing: there the last place before counts.
 */
void machine::note_place()
{
	location_t where = gimple_location(at);

	if (LOCATION_LOCUS(where) > BUILTINS_LOCATION && gimple_code(at) != GIMPLE_RETURN)
		st->where = where;
}

location_t machine::here() const
{
	return st->where;
}

/* Tells the rules of a use of what was not set on this path. */
void machine::note_unset(gimple *stmt)
{
	ssa_op_iter i;
	tree name;

	FOR_EACH_SSA_TREE_OPERAND(name, stmt, i, SSA_OP_USE) {
		value v = peek(name);

		if (is_unset(fn.root(name)) && SSA_NAME_IS_DEFAULT_DEF(fn.root(name)))
			v = eval(name);
		if (v.kind != value::UNINIT)
			continue;

		certainty c = certainty_of(v, stmt);

		if (c != NO_MISTAKE)
			for (rule *r : rules())
				r->unset_used(*this, name, stmt, c == LIKELY);
		/* Once is enough. */
		if (!SSA_NAME_IS_DEFAULT_DEF(fn.root(name)))
			st->set_name(SSA_NAME_VERSION(fn.root(name)), value());
	}
}

/*
 * Paths that set the value of @v came together with the one that did not.  If @stmt
 * stands on a condition that is tested after that, the user may know what the analysis
 * does not: that the condition says which path it was.  After a loop, or a switch
 * without a default, the user may know that these have set it.
 */
certainty machine::certainty_of(const value &v, const gimple *stmt)
{
	basic_block met, use = gimple_bb(stmt);

	if (!v.num)
		return SURE;
	met = BASIC_BLOCK_FOR_FN(fn.fn, std::abs(v.num));
	if (v.num < 0)
		return fn.avoids(met, use, NULL) ? NO_MISTAKE : LIKELY;

	const flow::loop *loop = fn.is_loop_header(met) ? &fn.loop_of(met) : NULL;

	if (loop && !loop->blocks[use->index])
		return NO_MISTAKE;
	return fn.avoids(met, use, loop) ? NO_MISTAKE : SURE;
}

/* A value that is not set comes to @bb, where others are set. */
value machine::unset_among_set(const value &v, basic_block bb)
{
	if (v.num < 0 || (v.num && fn.is_loop_header(BASIC_BLOCK_FOR_FN(fn.fn, v.num))))
		return v;
	return value::uninit(bb->index);
}

/* A loop is left, by @e, in a round that has not set what other rounds set. */
void machine::note_exit(edge e)
{
	for (name_value &n : st->names) {
		if (n.v.kind != value::UNINIT || n.v.num <= 0)
			continue;

		basic_block header = BASIC_BLOCK_FOR_FN(fn.fn, n.v.num);

		if (fn.is_loop_header(header) && !fn.loop_of(header).blocks[e->dest->index])
			n.v.num = -e->dest->index;
	}
}

/* No case of a switch that has no default is taken. */
void machine::note_no_case(basic_block dest)
{
	for (name_value &n : st->names)
		if (n.v.kind == value::UNINIT)
			n.v.num = -dest->index;
}

/* Tells every rule of @o. */
void machine::fire(const occasion &o)
{
	if (!o.what.is_sym())
		return;
	for (rule *r : rules()) {
		const typestate *t = st->typestate_of(o.what.sym, r->index);
		unsigned int before = t ? t->state : 0;
		unsigned int after = r->on(*this, before, o);

		if (after != before)
			st->set_typestate(o.what.sym, r->index, after, st->path);
	}
	note_effect(o);
}

/*
 * What the caller can know of: its arguments, and what they point to.  That of
 * the latter something is merely read is not worth saying.
 */
bool machine::of_caller(const symbol &s, action act) const
{
	if (s.origin == symbol::PARAM)
		return true;
	if (s.origin != symbol::LOADED)
		return false;
	if (act == ACT_DEREF || act == ACT_LEND || act == ACT_TEST || act == ACT_CLOBBER)
		return false;

	const symbol *base = &symbols[s.a];

	if (base->origin == symbol::LOADED)
		base = &symbols[base->a];
	return base->origin == symbol::PARAM || base->origin == symbol::DECL;
}

/* Whether the caller gets to @s too, from its arguments or a global variable. */
bool machine::reaches_caller(sym_id s) const
{
	for (int steps = 0; steps < 4; steps++) {
		const symbol &info = symbols[s];

		if (info.origin == symbol::PARAM)
			return true;
		if (info.origin == symbol::DECL)
			return !is_local(s) || TREE_CODE(info.node) == PARM_DECL;
		if (info.origin != symbol::LOADED)
			return false;
		s = info.a;
	}
	return false;
}

void machine::add_event(const rule &r, const value &v, unsigned int event,
			const path_event *inside)
{
	if (!summarised || !v.is_sym() || v.num == SOMEWHERE || !reaches_caller(v.sym))
		return;

	effect e = { v.sym, v.num, ACT_EVENT, false, NULL, 0, here(), inside };

	e.rule = r.index;
	e.event = event;
	st->add_effect(e);
}

/* What is done to something of the caller's becomes part of the summary. */
void machine::note_effect(const occasion &o)
{
	const symbol &s = symbols[o.what.sym];

	if (o.act == ACT_REFINE || o.act == ACT_LOSE || o.act == ACT_RETURN ||
	    o.act == ACT_STORE || o.act == ACT_KEEP)
		return;
	/* Which member is looked at does not matter, which one is released does. */
	int64_t distance = o.act == ACT_RELEASE || o.act == ACT_TAKE ? o.what.num : 0;

	if (summarised && of_caller(s, o.act))
		st->add_effect({ o.what.sym, distance, o.act, o.maybe, o.callee, o.param,
				 o.where, o.inside });
}

} /* namespace safe */
