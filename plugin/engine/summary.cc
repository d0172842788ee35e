// SPDX-License-Identifier: GPL-2.0
/*
 * Makes summaries: follows a function once, when it is first called or when
 * its turn comes, and keeps how its paths end.
 */
#include "summary.h"
#include "machine.h"
#include "../body.h"
#include "../statistics.h"

namespace safe {

/* More ways to end than these, and the callers cannot follow either. */
static const size_t MOST_OUTCOMES = 24;
/* Functions that wait for a summary, each for the next one's. */
static const unsigned int MOST_DEPTH = 12;

struct entry {
	bool running = false;
	bool finished = false;
	std::unique_ptr<summary> sum;	/* none: nothing is known */
};

static std::unordered_map<tree, entry> entries;

/* What a caller can tell one outcome from another by. */
static size_t signature(const state &s)
{
	size_t h = s.make_key();
	range r = range::all();

	if (s.returned.kind == value::CONST)
		r = range::constant(s.returned.num);
	else if (const sym_fact *f = s.returned.is_sym() ? s.fact(s.returned.sym) : NULL)
		r = f->r;
	h = h * 31 + r.has(0) + r.meets(range::errors()) * 2 +
	    r.meets(range::valid_pointers()) * 4;
	if (s.returned.is_sym() && s.has_typestate(s.returned.sym))
		h = h * 31 + s.returned.hash();
	for (const effect &e : s.effects)
		if (e.act == ACT_RELEASE || e.act == ACT_TAKE || e.act == ACT_ESCAPE)
			h += e.sym * 131 + e.act * 7 + e.maybe;
		else if (e.act == ACT_EVENT)
			h += e.hash();
	return h;
}

/* What a caller has no use for is not part of the outcome. */
void machine::strip(state &s)
{
	auto simpler = [&](const value &v) {
		int64_t c;

		return v.is_sym() && !v.num && range_of(v).is_constant(&c) ?
		       value::constant(c) : v;
	};

	st = &s;
	s.names.clear();
	while (!s.states.empty() && !s.states[0].sym)	/* of the path */
		s.states.erase(s.states.begin());
	s.returned = simpler(s.returned);
	for (cell &c : s.cells)
		if (c.written)
			c.content = simpler(c.content);
	for (size_t i = 0; i < s.facts.size(); ) {
		auto o = symbols[s.facts[i].sym].origin;
		bool of_caller = o == symbol::PARAM || o == symbol::LOADED ||
				 o == symbol::EXPR;

		if (of_caller || !is_local(s.facts[i].sym))
			i++;
		else
			s.facts.erase(s.facts.begin() + i);
	}
}

/*
 * "if (ret) return ret; ... return 0;": what is returned first is an error.  And what no
 * call has returned, beside errors, is none: a number of things.
 */
void machine::tell_errors(state &s, bool succeeds, bool fails)
{
	range r = range_of(s.returned), well = range::between(0, range::MAX);
	auto origin = s.returned.is_sym() ? symbols[s.returned.sym].origin : symbol::NONE;

	if (fails && (origin == symbol::LOADED || origin == symbol::PARAM) && !s.returned.num &&
	    r.meets(well))
		s.make_fact(s.returned.sym, r).r = r.intersect(well);
	if (!succeeds)
		return;

	if (s.returned.is_sym() && !r.has(0) && r.meets(range::between(range::MIN, -1)))
		s.make_fact(s.returned.sym, r).r = r.intersect(range::between(range::MIN, -1));
}

state_list machine::outcomes()
{
	std::map<size_t, size_t> index;
	state_list out;
	tree type = TREE_TYPE(TREE_TYPE(fndecl()));
	bool succeeds = false, fails = false;

	for (state &s : exit_states) {
		strip(s);
		succeeds |= s.returned == value::constant(0);
		fails |= s.returned.kind == value::CONST && s.returned.num < 0;
	}
	for (state &s : exit_states) {
		st = &s;
		if (TREE_CODE(type) == INTEGER_TYPE && !TYPE_UNSIGNED(type))
			tell_errors(s, succeeds, fails);

		auto slot = index.emplace(signature(s), out.size());

		if (slot.second) {
			out.push_back(std::move(s));
			continue;
		}
		state &same = out[slot.first->second];

		if (!same.covers(s))
			join_into(EXIT_BLOCK_PTR_FOR_FN(fn.fn), same, s);
	}
	return out;
}

static void analyse(function *fn, entry &e, unsigned int depth)
{
	push_cfun(fn);
	{
		machine m(fn, depth);

		if (!m.run()) {
			stats.skip(fn->decl, "budget");
		} else {
			state_list outcomes = m.outcomes();

			stats.analysed++;
			bool overflow = false;

			for (const state &s : outcomes)
				overflow |= s.overflow;
			if (overflow) {
				stats.skip(fn->decl, "effects");
			} else if (outcomes.size() > MOST_OUTCOMES) {
				stats.skip(fn->decl, "outcomes");
			} else if (!outcomes.empty()) {
				e.sum.reset(new summary{ fn->decl, std::move(m.table()),
							 std::move(outcomes) });
				if (dump_file)
					dump_summary(dump_file, *e.sum);
			}
		}
	}
	pop_cfun();
}

bool summary_known(tree fndecl)
{
	auto found = entries.find(fndecl);

	return found != entries.end() && found->second.sum;
}

const summary *summary_of(tree fndecl, unsigned int depth)
{
	entry &e = entries[fndecl];

	if (e.finished)
		return e.sum.get();

	function *fn = body_of(fndecl);

	/* Recursion: what the inner call does is not known yet. */
	if (!fn || e.running || depth > MOST_DEPTH)
		return NULL;
	e.running = true;
	analyse(fn, e, depth);
	entry &now = entries[fndecl];
	now.running = false;
	now.finished = true;
	return now.sum.get();
}

} /* namespace safe */
