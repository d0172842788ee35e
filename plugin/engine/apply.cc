// SPDX-License-Identifier: GPL-2.0
/*
 * Calls of functions that have a summary: each way in which the call can end
 * and that agrees with what is known goes on as a state of its own.
 */
#include "machine.h"

namespace safe {

/* One way a call can end, brought into one state of the caller. */
class outcome_application {
public:
	outcome_application(machine &m, gcall *call, const summary &sum, const state &out)
		: m(m), call(call), sum(sum), out(out), known(sum.symbols.size(), false) { }

	/* Return: false when the call cannot end like this. */
	bool agrees();
	void happen(const std::vector<bool> &unsure, const std::vector<effect> &left_alone);

private:
	value import(sym_id s);
	value import(const value &v);
	value made_by_call(sym_id s);
	value argument(unsigned int i);
	void replay(const effect &e, bool unsure);
	void set_result();
	void copy_cells();

	machine &m;
	gcall *call;
	const summary &sum;
	const state &out;
	/* Whose value is found: it is a temporary of the state. */
	std::vector<bool> known;
};

value outcome_application::argument(unsigned int i)
{
	if (i >= gimple_call_num_args(call))
		return value();

	tree arg = gimple_call_arg(call, i);

	return has_range(TREE_TYPE(arg)) ? m.eval(arg) : value();
}

/* What the called function made: a symbol of this call. */
value outcome_application::made_by_call(sym_id id)
{
	const symbol &inner = sum.symbols[id];
	const sym_fact *fact = out.fact(id);
	symbol s;

	s.origin = symbol::CALLEE;
	s.stmt = call;
	s.num = id;
	s.type = inner.type;
	s.from = inner.from;

	sym_id mine = m.symbols.intern(s);

	m.renew(mine);
	if (fact)
		*(&m.st->make_fact(mine, fact->r)) = { mine, fact->r, fact->is_private,
						       fact->zeroed };
	for (const typestate &t : out.states) {
		/* What was done to the caller's own is done again, by replay(). */
		if (t.sym != id || inner.origin == symbol::LOADED)
			continue;
		m.mark(m.here(), mine, path_event::BIRTH, m.in_call(call),
		       t.since, passings_since(t.since, id));
		m.st->set_typestate(mine, t.rule, t.state, m.st->path);
	}
	return value::of(mine);
}

value outcome_application::import(const value &v)
{
	if (v.kind == value::CONST)
		return v;
	if (!v.is_sym())
		return value();

	value here = import(v.sym);

	if (!here.is_sym())
		return v.num ? value() : here;
	here.num = here.num == SOMEWHERE || v.num == SOMEWHERE ? SOMEWHERE
							      : here.num + v.num;
	return here;
}

value outcome_application::import(sym_id id)
{
	const symbol &s = sum.symbols[id];
	value v;

	if (known[id])
		return m.st->name(TEMPORARY + id);
	known[id] = true;
	switch (s.origin) {
	case symbol::PARAM:
		v = argument(s.num);
		break;
	case symbol::DECL:
		if (is_global_var(s.node) || TREE_CODE(s.node) == FUNCTION_DECL ||
		    TREE_CODE(s.node) == STRING_CST)
			v = m.address_of(s.node);
		else if (TREE_CODE(s.node) == PARM_DECL)
			v = m.aggregate_argument(call, sum.fndecl, s.node);
		break;
	case symbol::LOADED: {
		value base = import(s.a);
		place p;

		if (!base.is_sym() || base.num == SOMEWHERE) {
			v = made_by_call(id);
			break;
		}
		p.base = value::of(base.sym, base.num * BITS_PER_UNIT + s.num);
		p.type = s.type;
		p.size = TREE_INT_CST_LOW(TYPE_SIZE(s.type));
		p.field = s.node;
		p.pointer = NULL_TREE;
		v = m.load_at(p, NULL_TREE);
		if (!v.known())
			v = made_by_call(id);
		break;
	}
	case symbol::EXPR: {
		value x = import(s.x), y = import(s.y);

		if (TREE_CODE_CLASS(s.code) == tcc_comparison)
			v = m.compare(s.code, s.type, x, y, s.node, true);
		else if (s.code == NOP_EXPR)
			v = m.convert(x, s.node, s.type);
		else if (s.code == CALL_EXPR)
			v = m.answer(s.node, x, y);
		else
			v = m.expression(s.code, s.type, x, y, false);
		break;
	}
	default:
		v = made_by_call(id);
	}
	m.st->set_name(TEMPORARY + id, v);
	return v;
}

/*
 * What was at the start of the call is looked at first, before anything that
 * the call does changes it.
 */
bool outcome_application::agrees()
{
	auto at_start = [&](sym_id s) {
		auto o = sum.symbols[s].origin;

		return o == symbol::PARAM || o == symbol::LOADED || o == symbol::EXPR ||
		       o == symbol::DECL;
	};
	auto look = [&](const value &v) {
		if (v.is_sym() && at_start(v.sym))
			import(v.sym);
	};

	for (const effect &e : out.effects)
		look(value::of(e.sym));
	for (const cell &c : out.cells) {
		look(value::of(c.base));
		look(c.content);
	}
	look(out.returned);
	for (const sym_fact &f : out.facts) {
		if (!at_start(f.sym) || sum.symbols[f.sym].origin == symbol::DECL)
			continue;

		value v = import(f.sym);

		if (v.known() && !m.refine(v, f.r))
			return false;
	}
	return true;
}

void outcome_application::replay(const effect &e, bool unsure)
{
	if (!e.sym) {
		m.disturb();
		return;
	}

	value v = import(value::of(e.sym, e.distance));
	occasion o;

	if (!v.is_sym())
		return;
	if (e.act == ACT_CLOBBER) {
		m.forget_exposed(v.sym, true);
		m.note_clobber(v.sym);
		return;
	}
	if (e.act == ACT_EVENT) {
		rules()[e.rule]->happened(m, v, e.event, e.maybe || unsure,
			new_event(NULL, e.where, 0, path_event::OTHER,
				  "in the called function", e.inside));
		return;
	}
	if (e.act == ACT_COPY) {
		m.escape_contents(v.sym);
		m.note_copy(v.sym);
		return;
	}
	o.act = e.act;
	o.what = v;
	o.where = m.here();
	o.callee = e.callee;
	o.param = e.param;
	o.maybe = e.maybe || unsure;
	o.expr = m.argument_for(call, v);
	o.inside = new_event(NULL, e.where, 0, path_event::OTHER,
			     "in the called function", e.inside);
	m.fire(o);
	if (e.act == ACT_PASS)
		m.expose(v);
	else if (e.act == ACT_ESCAPE)
		m.escape(v);
	else if (e.act == ACT_RELEASE && !o.maybe)
		m.gone(v);
	else if (e.act == ACT_TAKE || e.act == ACT_RELEASE)
		m.expose(v);
}

/* Memory that the call has written, and the objects that it made. */
void outcome_application::copy_cells()
{
	for (const cell &c : out.cells) {
		auto origin = sum.symbols[c.base].origin;
		bool at_start = origin == symbol::PARAM || origin == symbol::LOADED ||
				origin == symbol::DECL;

		if (at_start && !c.written)
			continue;
		/* A struct that is returned: set_result() has it. */
		if (out.returned == value::of(c.base) && origin == symbol::DECL)
			continue;

		value base = import(c.base);
		place p;

		p.base = base;
		if (base.is_sym() && base.num != SOMEWHERE)
			p.base.num = base.num * BITS_PER_UNIT + c.offset;
		p.size = c.size;
		p.field = c.field;
		p.type = NULL_TREE;
		p.pointer = at_start ? gimple_call_fn(call) : NULL_TREE;
		m.store_at(p, import(c.content), NULL_TREE);
	}
}

void outcome_application::set_result()
{
	tree lhs = gimple_call_lhs(call);
	place to;

	if (!lhs)
		return;
	if (is_gimple_reg_type(TREE_TYPE(lhs))) {
		m.assign(lhs, import(out.returned));
		return;
	}
	if (!m.locate(lhs, &to) || !to.base.is_sym())
		return;
	m.forget_aliases(to);
	m.forget_cells(to.base.sym, to.base.num, to.size, false);
	if (to.base.num == SOMEWHERE || !out.returned.is_sym())
		return;
	for (const cell &c : out.cells) {
		if (c.base != out.returned.sym)
			continue;

		place p = to;

		p.base.num += c.offset;
		p.size = c.size;
		p.field = c.field;
		m.store_at(p, import(c.content), NULL_TREE);
	}
}

void outcome_application::happen(const std::vector<bool> &unsure,
				 const std::vector<effect> &left_alone)
{
	m.at = call;
	for (const effect &e : left_alone) {
		if (e.act == ACT_EVENT)
			replay(e, true);
		else
			m.escape(import(e.sym));
	}
	for (size_t i = 0; i < out.effects.size(); i++)
		replay(out.effects[i], unsure[i]);
	copy_cells();
	set_result();
	m.st->drop_temporaries();
	m.sweep(m.here());
}

/* Whether the caller can tell that @a happened from that @b did. */
static bool told_apart(const summary &sum, const state &a, const state &b)
{
	auto returned = [&](const state &s) {
		if (s.returned.kind == value::CONST)
			return range::constant(s.returned.num);
		const sym_fact *f = s.returned.is_sym() ? s.fact(s.returned.sym) : NULL;

		return f && !s.returned.num ? f->r : range::all();
	};

	if (!returned(a).meets(returned(b)))
		return true;
	for (const sym_fact &f : a.facts) {
		const sym_fact *other = b.fact(f.sym);

		if (sum.symbols[f.sym].origin == symbol::PARAM && other &&
		    !f.r.meets(other->r))
			return true;
	}
	return false;
}

/* Whether @o does what @e does, or has nothing to do it to: NULL or an error. */
static bool does(const state &o, const effect &e)
{
	const sym_fact *none = o.fact(e.sym);

	if (none && !none->r.meets(range::valid_pointers()))
		return true;
	for (const effect &f : o.effects)
		if (f.sym == e.sym && f.act == e.act &&
		    (e.act != ACT_EVENT || (f.distance == e.distance && f.rule == e.rule &&
					    f.event == e.event)))
			return true;
	return false;
}

/*
 * An object that one outcome releases and another, which looks the same to the
 * caller, does not: a reference count, or a condition that only the callee
 * sees.  The caller knows better than a checker which it was.
 */
static std::vector<bool> unsure_effects(const summary &sum, size_t which,
					const std::vector<size_t> &possible)
{
	const state &out = sum.outcomes[which];
	std::vector<bool> unsure(out.effects.size(), false);

	for (size_t i = 0; i < out.effects.size(); i++)
		for (size_t other : possible)
			if (other != which && !told_apart(sum, out, sum.outcomes[other]) &&
			    !does(sum.outcomes[other], out.effects[i]))
				unsure[i] = true;
	return unsure;
}

/* Whether @s returns an argument, or what is around it: a cast. */
static bool returns_argument(const summary &sum, const state &s)
{
	return s.returned.is_sym() && sum.symbols[s.returned.sym].origin == symbol::PARAM;
}

/*
 * The same from the other side: what this outcome might have released as well.  A cast
 * that asks first, and returns NULL when it is another type, is never asked in vain.
 */
static std::vector<effect> left_alone(const summary &sum, size_t which,
				      const std::vector<size_t> &possible)
{
	const state &out = sum.outcomes[which];
	std::vector<effect> left;

	for (size_t i : possible) {
		const state &other = sum.outcomes[i];

		if (i == which)
			continue;
		if (returns_argument(sum, other) && out.returned == value::constant(0)) {
			effect e = {};

			e.sym = other.returned.sym;
			e.act = ACT_ESCAPE;
			if (!out.fact(e.sym) ||
			    out.fact(e.sym)->r.meets(range::valid_pointers()))
				left.push_back(e);
		}
		if (told_apart(sum, out, other))
			continue;
		/* What it stores where it is kept. */
		for (const cell &c : other.cells)
			if (c.written && c.content.is_sym() &&
			    sum.symbols[c.content.sym].origin == symbol::PARAM) {
				effect e = {};

				e.sym = c.content.sym;
				e.act = ACT_ESCAPE;
				left.push_back(e);
			}
		for (const effect &e : other.effects)
			if ((e.act == ACT_RELEASE || e.act == ACT_TAKE ||
			     e.act == ACT_EVENT) && !does(out, e))
				left.push_back(e);
	}
	return left;
}

value machine::aggregate_argument(gcall *call, tree fndecl, tree parm)
{
	unsigned int i = 0;
	place p;

	for (tree d = DECL_ARGUMENTS(fndecl); d && d != parm; d = DECL_CHAIN(d))
		i++;
	if (i >= gimple_call_num_args(call))
		return value();

	tree arg = gimple_call_arg(call, i);

	if (has_range(TREE_TYPE(arg)) || TREE_CODE(arg) == SSA_NAME ||
	    !locate(arg, &p) || !p.base.is_sym() || p.base.num == SOMEWHERE)
		return value();
	return value::of(p.base.sym, p.base.num / BITS_PER_UNIT);
}

/* The argument of @call that @v is, for messages. */
tree machine::argument_for(gcall *call, const value &v)
{
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);

		if (has_range(TREE_TYPE(arg)) && peek(arg).is_sym() && peek(arg).sym == v.sym)
			return arg;
	}
	return NULL_TREE;
}

bool machine::call_summary(gcall *call, state_list &states)
{
	tree fndecl = gimple_call_fndecl(call);
	const summary *sum = fndecl ? summary_of(fndecl, depth + 1) : NULL;
	state_list after;

	if (!sum)
		return false;
	for (state &before : states) {
		std::vector<size_t> possible;

		st = &before;
		note_place();

		std::vector<state> begun;
		std::vector<outcome_application> applications;

		begun.reserve(sum->outcomes.size());
		for (size_t i = 0; i < sum->outcomes.size(); i++) {
			begun.push_back(before);
			st = &begun.back();

			outcome_application a(*this, call, *sum, sum->outcomes[i]);

			if (!a.agrees()) {
				begun.pop_back();
				continue;
			}
			possible.push_back(i);
			applications.push_back(a);
		}
		for (size_t i = 0; i < possible.size(); i++) {
			st = &begun[i];
			applications[i].happen(unsure_effects(*sum, possible[i], possible),
					       left_alone(*sum, possible[i], possible));
			after.push_back(std::move(begun[i]));
		}
	}
	states.swap(after);
	return true;
}

} /* namespace safe */
