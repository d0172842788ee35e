// SPDX-License-Identifier: GPL-2.0
/*
 * Looking up and changing what a state knows, and comparing states.
 */
#include "state.h"

namespace safe {

/* Sorted vectors: small, copied often, searched more often than changed. */
template <typename T, typename Less>
static typename std::vector<T>::iterator place(std::vector<T> &v, Less before)
{
	return std::partition_point(v.begin(), v.end(), before);
}

value state::name(unsigned int version) const
{
	auto i = std::partition_point(names.begin(), names.end(),
		[=](const name_value &n) { return n.name < version; });

	return i != names.end() && i->name == version ? i->v : value();
}

void state::set_name(unsigned int version, const value &v)
{
	auto i = place(names, [=](const name_value &n) { return n.name < version; });
	bool there = i != names.end() && i->name == version;

	if (there && v.known())
		i->v = v;
	else if (there)
		names.erase(i);
	else if (v.known())
		names.insert(i, { version, v });
}

void state::drop_temporaries()
{
	while (!names.empty() && names.back().name >= TEMPORARY)
		names.pop_back();
}

const sym_fact *state::fact(sym_id s) const
{
	auto i = std::partition_point(facts.begin(), facts.end(),
		[=](const sym_fact &f) { return f.sym < s; });

	return i != facts.end() && i->sym == s ? &*i : NULL;
}

sym_fact *state::fact(sym_id s)
{
	return const_cast<sym_fact *>(const_cast<const state *>(this)->fact(s));
}

sym_fact &state::make_fact(sym_id s, const range &r)
{
	auto i = place(facts, [=](const sym_fact &f) { return f.sym < s; });

	if (i == facts.end() || i->sym != s)
		i = facts.insert(i, { s, r, false, false });
	return *i;
}

static bool state_before(const typestate &t, sym_id s, unsigned int rule)
{
	return t.sym != s ? t.sym < s : t.rule < rule;
}

const typestate *state::typestate_of(sym_id s, unsigned int rule) const
{
	auto i = std::partition_point(states.begin(), states.end(),
		[=](const typestate &t) { return state_before(t, s, rule); });

	return i != states.end() && i->sym == s && i->rule == rule ? &*i : NULL;
}

bool state::has_typestate(sym_id s) const
{
	auto i = std::partition_point(states.begin(), states.end(),
		[=](const typestate &t) { return t.sym < s; });

	return i != states.end() && i->sym == s;
}

void state::set_typestate(sym_id s, unsigned int rule, unsigned int st,
			  const path_event *since)
{
	auto i = place(states, [=](const typestate &t) { return state_before(t, s, rule); });
	bool there = i != states.end() && i->sym == s && i->rule == rule;

	if (there && st)
		*i = { s, (uint8_t)rule, (uint8_t)st, since };
	else if (there)
		states.erase(i);
	else if (st)
		states.insert(i, { s, (uint8_t)rule, (uint8_t)st, since });
}

static bool cell_before(const cell &c, sym_id base, int64_t offset)
{
	return c.base != base ? c.base < base : c.offset < offset;
}

cell *state::find_cell(sym_id base, int64_t offset, int64_t size)
{
	auto i = place(cells, [=](const cell &c) { return cell_before(c, base, offset); });

	return i != cells.end() && i->base == base && i->offset == offset &&
	       i->size == size ? &*i : NULL;
}

void state::add_cell(const cell &c)
{
	auto i = place(cells, [&](const cell &o) { return cell_before(o, c.base, c.offset); });

	cells.insert(i, c);
}

/* Functions that do more than this to their caller's objects have no summary. */
static const size_t MOST_EFFECTS = 48;

void state::add_effect(const effect &e)
{
	for (effect &o : effects) {
		if (!o.same(e))
			continue;
		if (o.maybe && !e.maybe) {
			effect_hash ^= o.hash();
			o.maybe = false;
			effect_hash ^= o.hash();
		}
		return;
	}
	if (effects.size() == MOST_EFFECTS) {
		overflow = true;
		return;
	}
	effects.push_back(e);
	effect_hash ^= e.hash();
}

void state::hash_effects()
{
	effect_hash = 0;
	for (const effect &e : effects)
		effect_hash ^= e.hash();
}

void state::set_changed(sym_id base)
{
	auto i = std::lower_bound(changed.begin(), changed.end(), base);

	if (i == changed.end() || *i != base)
		changed.insert(i, base);
}

bool state::was_changed(sym_id base) const
{
	return std::binary_search(changed.begin(), changed.end(), base);
}

bool state::mentions(sym_id s) const
{
	for (const name_value &n : names)
		if (n.v.is_sym() && n.v.sym == s)
			return true;
	for (const cell &c : cells)
		if (c.base == s || (c.content.is_sym() && c.content.sym == s))
			return true;
	return fact(s) || has_typestate(s);
}

/* What depends on @s becomes what depends on the earlier @s. */
static sym_id renamed(sym_id s, sym_id from, sym_id to, symbol_table &table,
		      unsigned int depth)
{
	const symbol &info = table[s];

	if (s == from)
		return to;
	if (depth > 4)
		return s;
	switch (info.origin) {
	case symbol::LOADED:
	case symbol::RETURNED:
		if (info.a && renamed(info.a, from, to, table, depth + 1) != info.a)
			return to ? table.earlier(s) : 0;
		return s;
	case symbol::EXPR:
		for (const value &v : { info.x, info.y })
			if (v.is_sym() && renamed(v.sym, from, to, table, depth + 1) != v.sym)
				return 0;
		return s;
	default:
		return s;
	}
}

void state::rename(sym_id from, sym_id to, symbol_table &table)
{
	auto now = [&](sym_id s) { return renamed(s, from, to, table, 0); };
	auto changed = [&](value v) {
		if (v.is_sym()) {
			v.sym = now(v.sym);
			if (!v.sym)
				v = value();
		}
		return v;
	};

	for (name_value &n : names)
		n.v = changed(n.v);
	names.erase(std::remove_if(names.begin(), names.end(),
				   [](const name_value &n) { return !n.v.known(); }),
		    names.end());
	for (cell &c : cells) {
		c.base = now(c.base);
		c.content = changed(c.content);
	}
	cells.erase(std::remove_if(cells.begin(), cells.end(),
				   [](const cell &c) { return !c.base || !c.content.known(); }),
		    cells.end());
	std::sort(cells.begin(), cells.end(), [](const cell &a, const cell &b) {
		return cell_before(a, b.base, b.offset);
	});

	/* What was known of an even earlier one is lost. */
	auto settle = [&](auto &v, auto before) {
		for (auto &e : v) {
			sym_id s = now(e.sym);

			e.sym = s == e.sym ? s : -s;
		}
		auto kept = std::remove_if(v.begin(), v.end(), [&](const auto &e) {
			if (!e.sym)
				return true;
			if (e.sym < 0)
				return false;
			for (const auto &o : v)
				if (o.sym == -e.sym)
					return true;
			return false;
		});
		v.erase(kept, v.end());
		for (auto &e : v)
			e.sym = std::abs(e.sym);
		std::sort(v.begin(), v.end(), before);
	};

	settle(facts, [](const sym_fact &a, const sym_fact &b) { return a.sym < b.sym; });
	/* What is said of the path itself stays. */
	auto of_path = std::find_if(states.begin(), states.end(),
				    [](const typestate &t) { return t.sym; });
	std::vector<typestate> path_states(states.begin(), of_path);

	states.erase(states.begin(), of_path);
	settle(states, [](const typestate &a, const typestate &b) {
		return state_before(a, b.sym, b.rule);
	});
	states.insert(states.begin(), path_states.begin(), path_states.end());
	for (effect &e : effects)
		e.sym = now(e.sym);
	effects.erase(std::remove_if(effects.begin(), effects.end(),
				     [](const effect &e) { return !e.sym; }),
		      effects.end());
	hash_effects();
	returned = changed(returned);
}

size_t state::make_key() const
{
	size_t h = states.size();
	auto blend = [&](size_t part) { h = (h ^ part) * 0x9e3779b97f4a7c15ULL; };

	for (const typestate &t : states)
		blend((size_t)t.sym * 65536 + t.rule * 256 + t.state);
	for (const name_value &n : names)
		if (n.v.kind == value::UNINIT)
			blend(n.name * 31UL + 7);
	if (states.empty())
		return h;
	for (const name_value &n : names)
		if (n.v.is_sym() && has_typestate(n.v.sym))
			blend(n.name * 1000003UL + n.v.hash());
	for (const cell &c : cells)
		if (c.content.is_sym() && has_typestate(c.content.sym))
			blend(((size_t)c.base * 31 + c.offset) * 1000003UL + c.content.hash());
	return h;
}

bool state::covers(const state &o) const
{
	if (states.size() != o.states.size() || returned != o.returned ||
	    entered != o.entered || (blurred && !o.blurred) ||
	    effect_hash != o.effect_hash || overflow != o.overflow)
		return false;
	for (size_t i = 0; i < states.size(); i++)
		if (states[i].sym != o.states[i].sym || states[i].rule != o.states[i].rule ||
		    states[i].state != o.states[i].state)
			return false;
	for (const name_value &n : names)
		if (o.name(n.name) != n.v)
			return false;
	/* A name that only @o knows refers to what this one says nothing of. */
	for (const name_value &n : o.names)
		if (n.v.is_sym() && has_typestate(n.v.sym) && name(n.name) != n.v)
			return false;
	for (const sym_fact &f : facts) {
		const sym_fact *other = o.fact(f.sym);

		if (!other || !other->r.inside(f.r) || (f.is_private && !other->is_private) ||
		    (f.zeroed && !other->zeroed))
			return false;
	}
	if (cells.size() > o.cells.size())
		return false;
	auto i = o.cells.begin();
	for (const cell &c : cells) {
		while (i != o.cells.end() && cell_before(*i, c.base, c.offset))
			++i;
		if (i == o.cells.end() || i->base != c.base || i->offset != c.offset ||
		    i->size != c.size || i->content != c.content || i->written != c.written)
			return false;
	}
	if (!std::includes(changed.begin(), changed.end(), o.changed.begin(),
			   o.changed.end()))
		return false;
	return true;
}

} /* namespace safe */
