// SPDX-License-Identifier: GPL-2.0
/*
 * Finds what nothing points to any more: of an object that the function still
 * had to release, that is a leak; of anything else there is nothing left to
 * remember.
 */
#include "machine.h"

namespace safe {

namespace {

/* Which symbols can still be reached. */
class marker {
public:
	marker(const state &st, const symbol_table &symbols)
		: st(st), marked(symbols.size(), false)
	{
		marked[0] = true;	/* the path itself */
	}

	void mark(const value &v)
	{
		if (!v.is_sym() || marked[v.sym])
			return;
		marked[v.sym] = true;
		for (const cell &c : st.cells)
			if (c.base == v.sym)
				mark(c.content);
	}
	/* What stands in @base, but not that itself. */
	void mark_contents(sym_id base)
	{
		for (const cell &c : st.cells)
			if (c.base == base && !c.leads_back())
				mark(c.content);
	}
	bool operator[](sym_id s) const { return s < (sym_id)marked.size() && marked[s]; }

private:
	const state &st;
	std::vector<bool> marked;
};

} /* namespace */

/* Where @s is held besides in a name: what callers or everybody can see. */
static bool is_root(const symbol &s)
{
	return s.origin == symbol::PARAM || s.origin == symbol::DECL;
}

/* Whether the fact of an expression is still of use: it may be asked again. */
static bool lasting(const marker &live, const symbol_table &symbols, const symbol &s)
{
	auto alive = [&](const value &v) {
		return !v.is_sym() || live[v.sym] || is_root(symbols[v.sym]);
	};

	return s.origin == symbol::EXPR && s.lasting && alive(s.x) && alive(s.y);
}

/* @tell: let the rules know what was lost, at @where. */
void machine::sweep(location_t where, bool tell)
{
	/* What was in an argument, or what it pointed to, if it decided the way. */
	auto is_condition = [&](const symbol &s) {
		const symbol &base = symbols[s.a];

		return summarised && s.origin == symbol::LOADED &&
		       (base.origin == symbol::PARAM ||
			(base.origin == symbol::DECL && TREE_CODE(base.node) == PARM_DECL));
	};

	marker live(*st, symbols);

	for (const name_value &n : st->names)
		live.mark(n.v);
	live.mark(st->returned);
	for (const cell &c : st->cells)
		if (is_root(symbols[c.base]))
			live.mark(value::of(c.base));

	/* An object that others know goes on without us, with all it holds. */
	std::vector<value> known_elsewhere;
	for (const cell &c : st->cells)
		if (!live[c.base] && !is_private(c.base) && c.written && matters(c.content) &&
		    !c.leads_back())
			known_elsewhere.push_back(c.content);
	for (const value &v : known_elsewhere)
		escape(v);

	/* What only a lost object holds is lost with it, and said once. */
	marker held(*st, symbols);
	std::vector<sym_id> lost;
	for (const typestate &t : st->states) {
		if (live[t.sym] || lasting(live, symbols, symbols[t.sym]) ||
		    (!lost.empty() && lost.back() == t.sym))
			continue;
		lost.push_back(t.sym);
		held.mark_contents(t.sym);
	}
	for (sym_id s : lost) {
		occasion o;

		o.act = ACT_LOSE;
		o.what = value::of(s);
		o.where = where;
		if (tell && !held[s])
			fire(o);
	}

	/* What a rule goes on with all the same, and what that is made of. */
	std::vector<sym_id> kept;
	for (const typestate &t : st->states) {
		if (!rules()[t.rule]->keeps(t.state))
			continue;
		kept.push_back(t.sym);
		if (symbols[t.sym].origin == symbol::EXPR && symbols[t.sym].x.is_sym())
			kept.push_back(symbols[t.sym].x.sym);
	}

	auto dropped = [&](sym_id s) {
		return !live[s] && !lasting(live, symbols, symbols[s]) &&
		       std::find(kept.begin(), kept.end(), s) == kept.end() &&
		       !is_root(symbols[s]) && !is_condition(symbols[s]);
	};
	auto drop = [&](auto &v, auto gone) {
		v.erase(std::remove_if(v.begin(), v.end(), gone), v.end());
	};

	drop(st->states, [&](const typestate &t) { return dropped(t.sym); });
	drop(st->facts, [&](const sym_fact &f) { return dropped(f.sym); });
	drop(st->cells, [&](const cell &c) {
		return dropped(c.base) || forgettable(c);
	});
}

/* A cell whose content says nothing, and that no later condition reads again. */
bool machine::forgettable(const cell &c) const
{
	if (c.written || !c.content.is_sym() || symbols[c.content.sym].origin != symbol::LOADED)
		return false;
	if (c.field && fn.repeated(c.field))
		return false;
	if (st->has_typestate(c.content.sym) || st->fact(c.content.sym))
		return false;
	for (const name_value &n : st->names)
		if (n.v.is_sym() && n.v.sym == c.content.sym)
			return false;
	return true;
}

/*
 * The program is about to make another symbol @s, in a loop: the one that is
 * there becomes an earlier one, and what was known of an even earlier one is
 * forgotten.
 */
void machine::renew(sym_id s)
{
	if (!st->mentions(s))
		return;

	sweep(here());
	if (!st->mentions(s))
		return;

	sym_id before = symbols.earlier(s);

	if (before && st->mentions(before)) {
		escape(value::of(before));
		st->rename(before, 0, symbols);
	}
	st->rename(s, before, symbols);
}

} /* namespace safe */
