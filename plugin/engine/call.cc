// SPDX-License-Identifier: GPL-2.0
/*
 * Calls: of functions with a contract, of builtins, and of functions that
 * nothing is known of.  Those with a body here are in apply.cc.
 */
#include "machine.h"
#include "../gfp.h"
#include "../owner.h"

namespace safe {

/* Everything that @v leads to is in somebody else's hands for a moment. */
void machine::expose(const value &v)
{
	std::vector<sym_id> seen;

	reach(v, &seen);
	for (size_t i = 1; i < seen.size(); i++)
		escape(value::of(seen[i]));
	for (sym_id s : seen) {
		if (sym_fact *f = st->fact(s))
			f->is_private = false;
		forget_cells(s, SOMEWHERE, 0, false);
	}
	/* Who gets an object may take it off the list that it is on. */
	if (v.is_sym())
		forget_holders(v.sym);
	if (v.is_sym() && symbols[v.sym].origin != symbol::DECL)
		note_clobber(v.sym);
}

/* What others see need not point to @object any more. */
void machine::forget_holders(sym_id object)
{
	std::vector<cell> holders;

	for (const cell &c : st->cells)
		if (c.content.is_sym() && c.content.sym == object && !is_private(c.base))
			holders.push_back(c);
	for (const cell &c : holders)
		forget_cells(c.base, c.offset, c.size, false);
}

void machine::note_clobber(sym_id s)
{
	const symbol &info = symbols[s];

	if (summarised && (info.origin == symbol::PARAM || info.origin == symbol::LOADED))
		st->add_effect({ s, 0, ACT_CLOBBER, false, NULL, 0, here(), NULL });
}

/*
 * A function that may do anything ran: it may have released what is visible to
 * all, and set pointers there.  Numbers are taken to stay as they are, for the
 * conditions that read them again; a pointer to an object that was gone is not.
 */
void machine::disturb()
{
	std::vector<cell> gone;

	for (const cell &c : st->cells) {
		if (is_private(c.base))
			continue;

		bool global = symbols[c.base].origin == symbol::DECL;
		bool object = c.content.is_sym() && st->has_typestate(c.content.sym);
		bool pointer = c.field ? POINTER_TYPE_P(TREE_TYPE(c.field)) : c.size == 64;

		if (object || (global && pointer))
			gone.push_back(c);
	}
	for (const cell &c : gone)
		forget_cells(c.base, c.offset, c.size, false);
	/* The caller's memory too. */
	if (summarised)
		st->add_effect({ 0, 0, ACT_PASS, false, NULL, 0, UNKNOWN_LOCATION, NULL });
}

void machine::pass(const value &v, action act, tree expr, const contract *c,
		   unsigned int param)
{
	occasion o;

	o.act = act;
	o.what = v;
	o.expr = expr;
	o.where = here();
	o.callee = c;
	o.param = param;
	fire(o);
}

/* What was lent by @owner is worth nothing without it. */
void machine::owner_gone(sym_id owner)
{
	std::vector<sym_id> lent;

	for (const typestate &t : st->states)
		if (symbols[t.sym].origin == symbol::RETURNED && symbols[t.sym].a == owner)
			lent.push_back(t.sym);
	for (sym_id s : lent)
		pass(value::of(s), ACT_OWNER_GONE, NULL_TREE, NULL, 0);
}

/* @v was released: what only it held is lost with it. */
void machine::gone(const value &v)
{
	bool objects = false;

	if (!v.is_sym())
		return;
	owner_gone(v.sym);
	for (size_t i = 0; i < st->cells.size(); ) {
		if (st->cells[i].base != v.sym) {
			i++;
			continue;
		}
		objects |= st->cells[i].content.is_sym() && is_private(v.sym) &&
			   st->has_typestate(st->cells[i].content.sym);
		st->cells.erase(st->cells.begin() + i);
	}
	note_change(v.sym);
	if (objects)
		sweep(here());
}

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

/* Passes an argument for the time of the call, as @p says. */
void machine::lend(const value &v, tree arg, const contract &c, unsigned int i)
{
	const param_contract &p = c.param(i);
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
	if (p.passing == param_contract::UNKNOWN && !p.error_only && !p.out_owned) {
		pass(v, ACT_PASS, arg, &c, i);
		expose(v);
		return;
	}
	if (p.passing == param_contract::BORROWED)
		pass(v, ACT_LEND, arg, &c, i);
	if (!v.is_sym() || !target || TYPE_READONLY(target) || p.error_only)
		return;

	/* The callee may write what the pointer points to, and no further. */
	int64_t size = 0;

	if (v.num != SOMEWHERE && TYPE_SIZE(target) && !VOID_TYPE_P(target) &&
	    tree_fits_shwi_p(TYPE_SIZE(target)))
		size = tree_to_shwi(TYPE_SIZE(target));
	if (p.passing == param_contract::BORROWED || p.out_owned) {
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
	f.is_private = out || c.ret == contract::OWNED;
	f.zeroed = false;
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
static range failure_range(const range &success, const_tree type)
{
	return success == range::constant(0) && INTEGRAL_TYPE_P(type) && !TYPE_UNSIGNED(type) ?
	       condition_range(RET_LT_0) : success.inverse();
}

/* Whether the outcome of the call depends on what it returns. */
static bool conditional(const contract &c, range *success)
{
	for (const param_contract &p : c.params) {
		if (p.passing == param_contract::TAKES_IF) {
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
	       (p.passing == param_contract::TAKES_IF && success);
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
			lend(eval(arg), arg, c, i);
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

	assign(lhs, c.ret == contract::PLAIN ? handed_on(call, returned_by(call, c))
					     : returned_by(call, c));
}

/* What @call returns: one of its arguments, as strcpy() does, or @otherwise. */
value machine::handed_on(gcall *call, const value &otherwise)
{
	int flags = gimple_call_return_flags(call);
	unsigned int i = flags & ERF_RETURN_ARG_MASK;

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

bool machine::is_pointer(const value &v, tree expr) const
{
	return v.is_sym() && (POINTER_TYPE_P(TREE_TYPE(expr)) ||
			      (symbols[v.sym].type && POINTER_TYPE_P(symbols[v.sym].type)));
}

/* What these answer changes because they were asked. */
static bool is_attempt(tree fndecl)
{
	const char *name = IDENTIFIER_POINTER(DECL_NAME(fndecl));

	for (const char *part : { "try", "test_and", "wait", "next", "dec", "get" })
		if (strstr(name, part))
			return true;
	return false;
}

/*
 * "if (may_sleep(x)) p = alloc(); ... if (may_sleep(x)) kfree(p);": a function that
 * is asked the same again answers the same.
 */
value machine::answer(tree fndecl, const value &x, const value &y)
{
	symbol s;

	if (!x.known() || !y.known() || x.kind == value::UNINIT || y.kind == value::UNINIT)
		return value();
	s.origin = symbol::EXPR;
	s.code = CALL_EXPR;
	s.node = fndecl;
	s.type = boolean_type_node;
	s.x = x;
	s.y = y;

	sym_id id = symbols.intern(s);

	symbols.set_lasting(id);
	return value::of(id);
}

value machine::answer_of(gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);
	unsigned int n = gimple_call_num_args(call);

	if (!fndecl || !fn.asked_again(fndecl) || n < 1 || n > 2 || is_attempt(fndecl))
		return value();

	value v = answer(fndecl, peek(gimple_call_arg(call, 0)),
			 n > 1 ? peek(gimple_call_arg(call, 1)) : value::constant(0));

	/* The same question in another round of a loop is another question. */
	if (v.is_sym() && asked_at.emplace(v.sym, call).first->second == call)
		renew(v.sym);
	return v;
}

/* Calls what nothing is known of. */
void machine::call_unknown(gcall *call)
{
	tree lhs = gimple_call_lhs(call);

	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);

		if (has_range(TREE_TYPE(arg))) {
			value v = peek(arg);

			if (!is_pointer(v, arg))
				continue;
			pass(v, ACT_PASS, arg, NULL, i);
			expose(v);
		} else if (TREE_CODE(arg) != SSA_NAME && !is_gimple_min_invariant(arg)) {
			/* A struct passed by value, with what it points to. */
			place p;

			if (locate(arg, &p) && p.base.is_sym()) {
				note_deref(p);
				expose_contents(p.base.sym);
			}
		}
	}
	if (!(gimple_call_flags(call) & (ECF_CONST | ECF_PURE)))
		disturb();
	if (!lhs)
		return;
	if (TREE_CODE(lhs) == SSA_NAME) {
		assign(lhs, handed_on(call, answer_of(call)));
	} else {
		place p;

		if (locate(lhs, &p) && p.base.is_sym()) {
			note_deref(p);
			forget_aliases(p);
			forget_cells(p.base.sym, p.base.num, p.size, false);
			set_owner(call, p);
		}
	}
}

/* The struct at @p, which the call returned, is an owner. */
void machine::set_owner(gcall *call, place p)
{
	const contract *c = contract_of_owner(call);
	owner o;

	if (!c || p.base.num == SOMEWHERE || !find_owner(p.type, &o))
		return;

	symbol s;

	s.origin = symbol::RETURNED;
	s.type = TREE_TYPE(o.field);
	p.base.num += o.offset;
	p.size = POINTER_SIZE;
	p.type = s.type;
	p.field = o.field;
	store_at(p, handed_back(call, *c, s, false), NULL_TREE);
}

void machine::expose_contents(sym_id base)
{
	std::vector<value> contents;

	for (const cell &c : st->cells)
		if (c.base == base && c.content.is_sym())
			contents.push_back(c.content);
	for (const value &v : contents) {
		pass(v, ACT_PASS, NULL_TREE, NULL, 0);
		expose(v);
	}
}

/* Return: whether @call was a builtin that is known here. */
bool machine::call_builtin(gcall *call)
{
	tree lhs = gimple_call_lhs(call);

	if (gimple_call_internal_p(call)) {
		if (gimple_call_internal_fn(call) == IFN_DEFERRED_INIT && lhs) {
			if (TREE_CODE(lhs) == SSA_NAME)
				st->set_name(SSA_NAME_VERSION(fn.root(lhs)), value::uninit());
			else if (DECL_P(lhs) && !is_cleanup_variable(address_of(lhs)))
				clobber(lhs);
		} else if (lhs) {
			assign(lhs, value());
		}
		return true;
	}
	if (!gimple_call_builtin_p(call, BUILT_IN_NORMAL))
		return false;
	switch (DECL_FUNCTION_CODE(gimple_call_fndecl(call))) {
	case BUILT_IN_UNREACHABLE:
	case BUILT_IN_TRAP:
		dead = true;
		return true;
	case BUILT_IN_EXPECT:
	case BUILT_IN_EXPECT_WITH_PROBABILITY:
	case BUILT_IN_ASSUME_ALIGNED:
		if (lhs)
			assign(lhs, eval(gimple_call_arg(call, 0)));
		return true;
	case BUILT_IN_CONSTANT_P:
	case BUILT_IN_OBJECT_SIZE:
	case BUILT_IN_RETURN_ADDRESS:
	case BUILT_IN_FRAME_ADDRESS:
	case BUILT_IN_PREFETCH:
		if (lhs)
			assign(lhs, value());
		return true;
	default:
		return false;
	}
}

/* WARN() and friends, where they are functions. */
static bool warns(tree fndecl)
{
	static const char *const names[] = {
		"__warn_printk", "warn_slowpath_fmt", "warn_slowpath_null", "__warn",
		"panic", "refcount_warn_saturate",
	};
	const char *name = IDENTIFIER_POINTER(DECL_NAME(fndecl));

	for (const char *n : names)
		if (!strcmp(n, name))
			return true;
	return false;
}

void machine::exec_call(gcall *call, state_list &states)
{
	tree fndecl = gimple_call_fndecl(call);
	const contract *c = contract_of_call(call);
	range success;

	if (fndecl && !c && DECL_NAME(fndecl) && warns(fndecl)) {
		states.clear();
		return;
	}
	if (c && !c->describes_outcome()) {
		for (state &s : states) {
			st = &s;
			note_place();
			demand(call, *c);
		}
		c = NULL;
	}
	if (!c && !gimple_call_internal_p(call) && call_summary(call, states))
		return;

	bool splits = c && conditional(*c, &success);
	state_list failures;

	for (size_t i = 0; i < states.size(); ) {
		st = &states[i];
		dead = false;
		note_place();
		if (splits)
			call_both(call, *c, success, &failures);
		else if (c)
			call_contract(call, *c, true);
		else if (!call_builtin(call))
			call_unknown(call);
		if (dead)
			states.erase(states.begin() + i);
		else
			i++;
	}
	for (state &s : failures)
		states.push_back(std::move(s));
}

} /* namespace safe */
