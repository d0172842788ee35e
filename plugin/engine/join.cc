// SPDX-License-Identifier: GPL-2.0
/*
 * Makes one state of two: it says what both say.  What they disagree on is
 * unknown from then on.
 */
#include "machine.h"

namespace safe {

/* A value that is @a in @to and @b in @from. */
value machine::join_values(const value &a, const value &b, state &to, const state &from,
			   tree node, basic_block bb)
{
	tree type = TREE_TYPE(node);
	symbol s;

	if (a == b)
		return a;
	if (!has_range(type) || a.kind == value::UNINIT || b.kind == value::UNINIT ||
	    !a.known() || !b.known())
		return value();

	s.origin = symbol::JOINED;
	s.node = node;
	s.num = bb->index;
	s.type = type;

	sym_id id = symbols.intern(s);

	if ((a.is_sym() && a.sym == id) || (b.is_sym() && b.sym == id)) {
		/* Joined here before, with more. */
	} else if (to.mentions(id) || from.mentions(id)) {
		return value();
	}
	/* The new symbol may be either: nothing is known of who holds them. */
	for (const value &v : { a, b })
		if (sym_fact *f = v.is_sym() ? to.fact(v.sym) : NULL)
			f->is_private = false;

	st = const_cast<state *>(&from);
	range r = range_of(b);
	st = &to;
	r = fn.is_loop_header(bb) ? range_of(a).widen(r, type) : range_of(a).unite(r);
	if (r != range::of_type(type) || to.fact(id))
		to.make_fact(id, r).r = r;
	return value::of(id);
}

static void join_effects(state &to, const state &from)
{
	auto find = [](state &s, const effect &e) -> effect * {
		for (effect &o : s.effects)
			if (o.same(e))
				return &o;
		return NULL;
	};

	for (effect &e : to.effects) {
		effect *other = find(const_cast<state &>(from), e);

		e.maybe |= !other || other->maybe;
	}
	for (const effect &e : from.effects) {
		if (find(to, e))
			continue;
		effect unsure = e;

		unsure.maybe = true;
		to.add_effect(unsure);
	}
	to.overflow |= from.overflow;
	to.hash_effects();
}

static void join_facts(state &to, const state &from, const symbol_table &symbols, bool loop)
{
	for (sym_fact &f : to.facts) {
		const sym_fact *other = from.fact(f.sym);
		tree type = symbols[f.sym].type;

		if (symbols[f.sym].origin == symbol::JOINED && !other)
			continue;
		if (!other) {
			f.r = type && has_range(type) ? range::of_type(type) : range::all();
			f.is_private = f.zeroed = false;
			continue;
		}
		f.r = loop && type && has_range(type) ? f.r.widen(other->r, type)
						      : f.r.unite(other->r);
		f.is_private &= other->is_private;
		f.zeroed &= other->zeroed;
	}
}

/* Rules say what they know of an object in both states together. */
static void join_typestates(state &to, const state &from)
{
	std::vector<typestate> all = to.states;

	for (const typestate &t : from.states)
		if (!to.typestate_of(t.sym, t.rule))
			all.push_back({ t.sym, t.rule, 0, t.since });
	for (const typestate &t : all) {
		const typestate *other = from.typestate_of(t.sym, t.rule);
		unsigned int joined = rules()[t.rule]->join(t.state, other ? other->state : 0);

		to.set_typestate(t.sym, t.rule, joined, t.since);
	}
}

/* Memory that was only read: the other path would read the same. */
bool machine::is_as_found(const cell &c) const
{
	return !c.written && c.content.is_sym() &&
	       symbols[c.content.sym].origin == symbol::LOADED;
}

void machine::join_into(basic_block bb, state &to, const state &from)
{
	std::vector<name_value> names;
	std::vector<cell> cells;
	std::vector<value> lost;

	for (const name_value &n : to.names) {
		value v = join_values(n.v, from.name(n.name), to, from,
				      (*fn.fn->gimple_df->ssa_names)[n.name], bb);

		if (v.known())
			names.push_back({ n.name, v });
	}
	for (const cell &c : to.cells) {
		const cell *other = const_cast<state &>(from).find_cell(c.base, c.offset,
									c.size);

		if (other && other->content == c.content) {
			cells.push_back(c);
			cells.back().written |= other->written;
		} else if (other && (c.written || other->written)) {
			cells.push_back(c);
			cells.back().content = value();
			cells.back().written = true;
			for (const cell &l : { c, *other })
				if (!l.leads_back())
					lost.push_back(l.content);
		} else if (other || !is_as_found(c)) {
			to.set_changed(c.base);
		}
	}
	for (const cell &c : from.cells)
		if (!to.find_cell(c.base, c.offset, c.size) && !is_as_found(c))
			to.set_changed(c.base);
	for (sym_id s : from.changed)
		to.set_changed(s);
	if (to.returned != from.returned) {
		tree result = DECL_RESULT(fndecl());

		to.returned = join_values(to.returned, from.returned, to, from, result, bb);
	}
	join_facts(to, from, symbols, fn.is_loop_header(bb));
	join_typestates(to, from);
	join_effects(to, from);
	to.names.swap(names);
	to.cells.swap(cells);
	to.blurred |= from.blurred || fn.is_loop_header(bb);

	/* An object that lost its name here is not lost: it is not followed. */
	st = &to;
	for (const value &v : lost)
		if (matters(v))
			escape(v);
	sweep(UNKNOWN_LOCATION, false);
}

} /* namespace safe */
