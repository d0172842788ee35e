// SPDX-License-Identifier: GPL-2.0
/*
 * Calls: of builtins, and of functions that nothing is known of.  Those with a
 * contract are in promise.cc, those with a body here in apply.cc.
 */
#include "machine.h"
#include "stub.h"
#include "../location.h"
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
		forget_exposed(s, false);
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
	bool held = false;

	for (cell &c : st->cells) {
		if (!c.content.is_sym() || c.content.sym != object || is_private(c.base))
			continue;
		held |= c.written || st->has_typestate(object);
		/* What stands beside it stays as it was. */
		c.content = value();
		c.written = true;
	}
	if (held)
		escape(value::of(object));
}

void machine::note_clobber(sym_id s)
{
	const symbol &info = symbols[s];

	if (summarised && (info.origin == symbol::PARAM || info.origin == symbol::LOADED))
		st->add_effect({ s, 0, ACT_CLOBBER, false, NULL, 0, here(), NULL });
}

void machine::note_copy(sym_id s)
{
	const symbol &info = symbols[s];

	if (summarised && (info.origin == symbol::PARAM || info.origin == symbol::LOADED))
		st->add_effect({ s, 0, ACT_COPY, false, NULL, 0, here(), NULL });
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
	for (sym_fact &f : st->facts)
		if (f.zeroed && !f.is_private) {
			f.zeroed = false;
			note_change(f.sym);
		}
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
	if (!x.usable() || !y.usable())
		return value();
	return computed(CALL_EXPR, boolean_type_node, fndecl, x, y, true);
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
		assign(lhs, handed_on(call, NULL, answer_of(call)));
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

/* The scope of a variable begins, and it has no value yet. */
void machine::declare(tree name)
{
	tree variable = SSA_NAME_VAR(name);

	st->set_name(SSA_NAME_VERSION(fn.root(name)), value::uninit());
	if (variable && !has_zero_uses(name))
		mark(DECL_SOURCE_LOCATION(variable), unset(variable).sym, path_event::BIRTH,
		     "declared here without a value");
}

/* A symbol for a variable that has no value. */
value machine::unset(tree variable)
{
	symbol s;

	s.origin = symbol::NAME;
	s.node = variable;
	s.type = TREE_TYPE(variable);
	return value::of(symbols.intern(s));
}

/* Return: whether @call was a builtin that is known here. */
bool machine::call_builtin(gcall *call)
{
	tree lhs = gimple_call_lhs(call);

	if (gimple_call_internal_p(call)) {
		if (gimple_call_internal_fn(call) == IFN_DEFERRED_INIT && lhs) {
			if (TREE_CODE(lhs) == SSA_NAME)
				declare(lhs);
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

/* WARN() and friends, where they are functions, and what tests expect. */
static bool warns(tree fndecl)
{
	static const char *const names[] = {
		"__warn_printk", "warn_slowpath_fmt", "warn_slowpath_null", "__warn",
		"panic", "refcount_warn_saturate", "kunit_do_failed_assertion",
		"__kunit_do_failed_assertion",
	};
	const char *name = IDENTIFIER_POINTER(DECL_NAME(fndecl));

	for (const char *n : names)
		if (!strcmp(n, name))
			return true;
	return false;
}

/* Tells the rules that ask for it of a call that is to come, or that is @done. */
void machine::watch(const gcall *call, const contract *c, state_list &states, bool done)
{
	for (rule *r : rules()) {
		if (!r->watches_calls)
			continue;
		for (state &s : states) {
			st = &s;
			note_place();
			if (done)
				r->called(*this, call, c);
			else
				r->calls(*this, call, c);
		}
	}
}

/* A state for each of the two ways in which the call has ended. */
void machine::split(const gcall *call, const contract *c, state_list &states)
{
	tree lhs = gimple_call_lhs(call);
	state_list failures;
	range success;

	if (!lhs || !has_range(TREE_TYPE(lhs)) || states.empty())
		return;
	for (rule *r : rules()) {
		if (!r->watches_calls)
			continue;
		st = &states[0];
		if (!r->splits(*this, call, c, &success))
			continue;

		range failure = failure_range(success, TREE_TYPE(lhs));

		for (size_t i = 0; i < states.size(); ) {
			state failed = states[i];

			st = &failed;
			if (refine(eval(lhs), failure))
				failures.push_back(std::move(failed));
			st = &states[i];
			if (refine(eval(lhs), success))
				i++;
			else
				states.erase(states.begin() + i);
		}
	}
	for (state &s : failures)
		states.push_back(std::move(s));
}

/* The constructor of a guard of linux/cleanup.h, class_NAME_constructor. */
static bool takes_lock(tree fndecl)
{
	static const char prefix[] = "class_", suffix[] = "_constructor";
	const char *name = fndecl && DECL_NAME(fndecl) ?
			   IDENTIFIER_POINTER(DECL_NAME(fndecl)) : "";
	size_t n = strlen(name);

	return !strncmp(name, prefix, strlen(prefix)) && n > strlen(suffix) &&
	       !strcmp(name + n - strlen(suffix), suffix);
}

/*
 * There is a lock where a guard takes one: that its address may be NULL or an error,
 * which the headers ask about each guard, is about those that may fail.
 */
void machine::expect_lock(const gcall *call, state_list &states)
{
	tree fndecl = gimple_call_fndecl(call);

	if (gimple_call_num_args(call) != 1 || !takes_lock(fndecl) ||
	    !POINTER_TYPE_P(TREE_TYPE(gimple_call_arg(call, 0))))
		return;
	for (size_t i = 0; i < states.size(); ) {
		st = &states[i];
		note_place();

		value v = eval(gimple_call_arg(call, 0));

		if (v.is_sym() && !v.num && !refine(v, range::valid_pointers()))
			states.erase(states.begin() + i);
		else
			i++;
	}
}

void machine::exec_call(gcall *call, state_list &states)
{
	const contract *c = contract_of_call(call);

	if (fn.is_doubtful(call)) {
		for (state &s : states) {
			st = &s;
			note_place();
			note_unset(call);
		}
	}
	expect_lock(call, states);
	watch(call, c, states, false);
	carry_out(call, c, states);
	split(call, c, states);
	watch(call, c, states, true);
}

/*
 * Calls on @s what @call would with a configuration that has it: it returns what the stub
 * that stands in its place does not.  Return: whether the path goes on.
 */
bool machine::call_in_its_place(gcall *call, const range &otherwise, state &s)
{
	tree lhs = gimple_call_lhs(call);

	st = &s;
	dead = false;
	note_place();
	call_unknown(call);
	return !dead && TREE_CODE(lhs) == SSA_NAME && refine(eval(lhs), otherwise);
}

void machine::carry_out(gcall *call, const contract *c, state_list &states)
{
	tree fndecl = gimple_call_fndecl(call);
	state_list configured;
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
	if (!c && fndecl && gimple_call_lhs(call) && in_main_file(gimple_location(call)) &&
	    is_stub(fndecl, &success))
		for (state s : states)
			if (call_in_its_place(call, success, s))
				configured.push_back(std::move(s));
	if (!c && !gimple_call_internal_p(call) && call_summary(call, states)) {
		for (state &s : configured)
			states.push_back(std::move(s));
		return;
	}

	bool splits = c && is_conditional(*c, &success);
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
