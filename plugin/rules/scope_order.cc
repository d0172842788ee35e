// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "scope": guards that are held too long, dropped by hand, nested in two orders, or
 * given up before what they are to protect.  Done when all functions of the unit are
 * known, and only in units that have guards.
 */
#include "scope_locks.h"
#include "../diagnostics.h"

namespace safe {

namespace {

typedef uint64_t site_set;	/* one bit for each place that takes a lock */

const size_t MOST_SITES = 64;

std::vector<function *> functions;

/* One lock taken while another is held. */
struct nesting {
	location_t outer, inner;
	std::string outer_text, inner_text;
	std::set<std::string> held;	/* the kinds of all that are */
	bool guarded;			/* one of them is a guard */
	bool reported;
};

std::map<std::pair<std::string, std::string>, nesting> nestings;

/* What runs when a work or timer does, by the member that it is, or the variable. */
std::map<std::string, std::set<tree>> handlers;

std::string name_of(const lock_place &p)
{
	return p.text.empty() ? "the lock" : "'" + p.text + "'";
}

void add(const char *id, location_t where, const std::string &text,
	 const std::vector<finding_note> &notes, bool likely = false)
{
	finding f;

	f.id = id;
	f.where = where;
	f.text = text;
	f.notes = notes;
	f.likely = likely;
	f.key = std::string(id) + " " + std::to_string(where);
	add_finding(std::move(f));
}

class order_check {
public:
	explicit order_check(function *fn) : fn(fn), events(lock_events_of(fn)) { }

	void run();

private:
	struct site {
		const lock_event *event;
		lock_place place;
	};

	bool find_sites();
	void find_held();
	void walk(basic_block bb, site_set *held, site_set *dropped, bool check);
	void give(const lock_place &place, site_set *held, site_set *dropped);
	void take(const lock_event &e, site_set held);
	void call(const lock_event &e, site_set held);
	void cancel(const lock_event &e, site_set held);
	void end(const lock_event &e, site_set dropped);
	void order(const lock_event &e, const taken_lock &t, site_set held);
	void check_clean(const lock_event &set, site_set held);
	void check_init(const lock_event &e, basic_block bb, size_t n);
	bool leads_to(basic_block bb, size_t n, const lock_event &to, tree cleared) const;
	int site_of(const lock_event &e) const;

	function *fn;
	std::vector<lock_events> events;
	std::vector<site> sites;
	std::vector<site_set> held_in, dropped_in;
	std::map<tree, const lock_event *> dropped_at;
};

int order_check::site_of(const lock_event &e) const
{
	for (size_t i = 0; i < sites.size(); i++)
		if (sites[i].event == &e)
			return i;
	return -1;
}

/* Return: whether there is anything to look at. */
bool order_check::find_sites()
{
	bool found = false;

	for (const lock_events &block : events) {
		for (const lock_event &e : block) {
			found |= e.kind == lock_event::INIT;
			if (e.kind == lock_event::TAKE || (e.kind == lock_event::TRY && e.variable))
				sites.push_back({ &e, e.place });
		}
	}
	return (found || !sites.empty()) && sites.size() <= MOST_SITES;
}

void order_check::give(const lock_place &place, site_set *held, site_set *dropped)
{
	for (size_t i = 0; i < sites.size(); i++) {
		site_set bit = (site_set)1 << i;

		if (sites[i].event->variable && sites[i].place == place && (*held & bit))
			*dropped |= bit;
		if (sites[i].place.kind() == place.kind() || sites[i].place == place)
			*held &= ~bit;
	}
}

/* Through @bb with the locks of @held, of which guards have lost those of @dropped. */
void order_check::walk(basic_block bb, site_set *held, site_set *dropped, bool check)
{
	for (size_t n = 0; n < events[bb->index].size(); n++) {
		const lock_event &e = events[bb->index][n];
		int own = site_of(e);

		switch (e.kind) {
		case lock_event::TAKE:
		case lock_event::TRY:
			if (check && e.kind == lock_event::TAKE)
				take(e, *held);
			for (size_t i = 0; i < sites.size(); i++)
				if (sites[i].place == e.place ||
				    sites[i].place.kind() == e.place.kind()) {
					site_set bit = (site_set)1 << i;

					/* Taken again by hand, the guard has it again. */
					if (*dropped & bit)
						*held |= bit;
					*dropped &= ~bit;
				}
			if (own >= 0) {
				*held |= (site_set)1 << own;
				*dropped &= ~((site_set)1 << own);
			}
			break;
		case lock_event::GIVE:
			if (check)
				for (size_t i = 0; i < sites.size(); i++)
					if (sites[i].event->variable && sites[i].place == e.place)
						dropped_at[sites[i].event->variable] = &e;
			give(e.place, held, dropped);
			break;
		case lock_event::END:
			if (check)
				end(e, *dropped);
			for (size_t i = 0; i < sites.size(); i++)
				if (sites[i].event->variable == e.variable) {
					*held &= ~((site_set)1 << i);
					*dropped &= ~((site_set)1 << i);
				}
			break;
		case lock_event::CALL:
			if (check)
				call(e, *held);
			for (size_t i = 0; i < sites.size(); i++)
				if (!sites[i].place.kind().empty() &&
				    gives_back(e.fndecl, sites[i].place.kind()))
					*held &= ~((site_set)1 << i);
			/* It may take again what was dropped. */
			for (const taken_lock &t : taken_by(e.fndecl))
				for (size_t i = 0; i < sites.size(); i++)
					if (sites[i].place.kind() == t.place.kind())
						*dropped &= ~((site_set)1 << i);
			break;
		case lock_event::CANCEL:
			if (check)
				cancel(e, *held);
			break;
		case lock_event::SET:
			if (check)
				check_clean(e, *held);
			break;
		case lock_event::INIT:
			if (check)
				check_init(e, bb, n);
			break;
		default:
			break;
		}
	}
}

/* Held on every path, dropped on some. */
void order_check::find_held()
{
	std::vector<basic_block> todo{ single_succ(ENTRY_BLOCK_PTR_FOR_FN(fn)) };
	std::vector<bool> reached(events.size(), false);

	held_in.assign(events.size(), ~(site_set)0);
	dropped_in.assign(events.size(), 0);
	held_in[todo[0]->index] = 0;
	reached[todo[0]->index] = true;
	while (!todo.empty()) {
		basic_block bb = todo.back();
		site_set held = held_in[bb->index], dropped = dropped_in[bb->index];
		edge_iterator ei;
		edge e;

		todo.pop_back();
		walk(bb, &held, &dropped, false);
		FOR_EACH_EDGE(e, ei, bb->succs) {
			int to = e->dest->index;

			if (to == EXIT_BLOCK)
				continue;

			site_set h = held_in[to] & held, d = dropped_in[to] | dropped;

			if (reached[to] && h == held_in[to] && d == dropped_in[to])
				continue;
			reached[to] = true;
			held_in[to] = h;
			dropped_in[to] = d;
			todo.push_back(e->dest);
		}
	}
	for (size_t i = 0; i < reached.size(); i++)
		if (!reached[i])
			held_in[i] = 0;
}

/* Another lock is taken while some are held: in which order? */
void order_check::order(const lock_event &e, const taken_lock &t, site_set held)
{
	std::string inner = t.place.kind();

	if (inner.empty() || t.nested || t.unsure)
		return;
	for (size_t i = 0; i < sites.size(); i++) {
		std::string outer = sites[i].place.kind();

		if (!(held & (site_set)1 << i) || outer.empty() || outer == inner ||
		    sites[i].event->nested)
			continue;

		nesting n{ sites[i].event->where, e.where, sites[i].place.text, t.place.text, {},
			   sites[i].event->variable || e.variable, false };

		for (size_t k = 0; k < sites.size(); k++)
			if (held & (site_set)1 << k && k != i)
				n.held.insert(sites[k].place.kind());
		nestings.emplace(std::make_pair(outer, inner), n);
	}
}

void order_check::take(const lock_event &e, site_set held)
{
	order(e, { e.place, e.shared, e.nested, false, e.where }, held);
}

void order_check::call(const lock_event &e, site_set held)
{
	const gcall *gc = as_a<const gcall *>(e.stmt);

	if (!held)
		return;
	for (const taken_lock &t : taken_by(e.fndecl)) {
		lock_place place = seen_by_caller(t.place, gc);

		if (!place.known())
			continue;
		order(e, { place, t.shared, t.nested, t.unsure, t.where }, held);
		for (size_t i = 0; i < sites.size(); i++) {
			const lock_event *guard = sites[i].event;

			if (!(held & (site_set)1 << i) || !guard->variable ||
			    !(sites[i].place == place) || (guard->shared && t.shared))
				continue;
			add("SAFE_E_GUARD_DEADLOCK", e.where,
			    "'" + name_of_decl(e.fndecl) + "' takes " + name_of(sites[i].place) +
			    ", which the guard here holds already: it waits for ever; end the "
			    "guard before, with scoped_guard()",
			    { { guard->where, "the guard begins here" },
			      { t.where, "taken again here" } },
			    t.unsure);
		}
	}
}

/* Waits for something that needs a lock that is held. */
void order_check::cancel(const lock_event &e, site_set held)
{
	std::string kind = e.place.kind();
	auto found = handlers.find(kind);

	if (!held || kind.empty() || found == handlers.end())
		return;
	for (tree handler : found->second) {
		for (const taken_lock &t : taken_by(handler)) {
			for (size_t i = 0; i < sites.size(); i++) {
				const lock_event *guard = sites[i].event;

				if (!(held & (site_set)1 << i) || !guard->variable ||
				    sites[i].place.kind() != t.place.kind() ||
				    t.place.kind().empty() || (guard->shared && t.shared))
					continue;
				/* The lock of the same object. */
				if (sites[i].place.core[0] != 'G' &&
				    sites[i].place.holder() != e.place.holder())
					continue;
				add("SAFE_E_GUARD_DEADLOCK", e.where,
				    "this waits for '" + name_of_decl(handler) + "' to end, which "
				    "takes " + name_of(sites[i].place) + ", and the guard here holds "
				    "it: both wait for ever; end the guard before, with "
				    "scoped_guard()",
				    { { guard->where, "the guard begins here" },
				      { t.where, "taken here" } },
				    t.unsure);
			}
		}
	}
}

/* A guard ends whose lock was given back by hand. */
void order_check::end(const lock_event &e, site_set dropped)
{
	for (size_t i = 0; i < sites.size(); i++) {
		if (sites[i].event->variable != e.variable || !(dropped & (site_set)1 << i))
			continue;

		auto at = dropped_at.find(e.variable);

		add("SAFE_E_GUARD_DROPPED", at == dropped_at.end() ? sites[i].event->where
								   : at->second->where,
		    name_of(sites[i].place) + " is unlocked by hand, and again when the guard "
		    "ends; leave it to the guard, or take the lock again before the scope ends",
		    { { sites[i].event->where, "the guard begins here" } });
	}
}

/*
 * Whether @to comes after event @n of @bb; when @cleared, without the variable being
 * set or cleared between.
 */
bool order_check::leads_to(basic_block bb, size_t n, const lock_event &to, tree cleared) const
{
	std::vector<std::pair<basic_block, size_t>> todo{ { bb, n + 1 } };
	std::set<int> seen;

	while (!todo.empty()) {
		basic_block b = todo.back().first;
		size_t i = todo.back().second;
		bool stop = false;
		edge_iterator ei;
		edge e;

		todo.pop_back();
		for (; i < events[b->index].size() && !stop; i++) {
			const lock_event &ev = events[b->index][i];

			if (&ev == &to)
				return true;
			stop = cleared && ev.variable == cleared &&
			       (ev.kind == lock_event::CLEAR || ev.kind == lock_event::SET);
		}
		if (stop)
			continue;
		FOR_EACH_EDGE(e, ei, b->succs)
			if (e->dest->index != EXIT_BLOCK && seen.insert(e->dest->index).second)
				todo.push_back({ e->dest, 0 });
	}
	return false;
}

/* What the cleanup of a variable does to a list, and for which lock it asks. */
struct removal {
	bool from_list = false, takes_lock = false;
	std::set<std::string> asserted;
};

removal removal_of(tree fndecl, unsigned int depth)
{
	function *fn = DECL_STRUCT_FUNCTION(fndecl);
	removal out;
	basic_block bb;

	if (!fn || !fn->cfg || !gimple_in_ssa_p(fn) || depth > 3)
		return out;
	out.takes_lock = !taken_by(fndecl).empty();
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *call = dyn_cast<const gcall *>(gsi_stmt(i));
			tree callee = call ? gimple_call_fndecl(call) : NULL_TREE;
			std::string name = callee ? name_of_decl(callee) : "";

			if (name.find("list_del") != std::string::npos || name == "rb_erase") {
				out.from_list = true;
			} else if (name.find("lock_is_held") == 0) {
				/* &lock->dep_map: the lock is what that is in. */
				lock_place map = place_of(gimple_call_arg(call, 0));

				map.core = map.holder();
				while (map.known() && map.kind().empty() && !map.holder().empty())
					map.core = map.holder();
				out.asserted.insert(map.kind());
				for (lock_place p = map; !p.holder().empty(); p.core = p.holder())
					out.asserted.insert(p.kind());
			} else if (callee) {
				removal inner = removal_of(callee, depth + 1);

				out.from_list |= inner.from_list;
				out.asserted.insert(inner.asserted.begin(), inner.asserted.end());
			}
		}
	}
	return out;
}

/* A __free() variable gets an object under a guard that ends before it is released. */
void order_check::check_clean(const lock_event &set, site_set held)
{
	basic_block bb = gimple_bb(set.stmt);
	size_t n = &set - events[bb->index].data();

	for (const lock_events &block : events) {
		for (const lock_event &clean : block) {
			if (clean.kind != lock_event::CLEAN || clean.variable != set.variable ||
			    !leads_to(bb, n, clean, set.variable))
				continue;

			basic_block at = gimple_bb(clean.stmt);
			site_set later = held_in[at->index], dropped = 0;

			/* What is held when the cleanup runs. */
			for (size_t i = 0; &events[at->index][i] != &clean; i++) {
				const lock_event &e = events[at->index][i];

				for (size_t s = 0; e.kind == lock_event::END && s < sites.size(); s++)
					if (sites[s].event->variable == e.variable)
						later &= ~((site_set)1 << s);
				if (e.kind == lock_event::GIVE)
					give(e.place, &later, &dropped);
			}

			removal what = removal_of(clean.fndecl, 0);

			for (size_t i = 0; i < sites.size(); i++) {
				const lock_event *guard = sites[i].event;
				site_set bit = (site_set)1 << i;

				if (!(held & bit) || (later & bit) || !guard->variable ||
				    what.takes_lock ||
				    !(what.asserted.count(sites[i].place.kind()) ||
				      (what.from_list && what.asserted.empty())))
					continue;
				add("SAFE_E_SCOPE_ORDER", DECL_SOURCE_LOCATION(set.variable),
				    "'" + name_of_decl(set.variable) + "' was declared before the "
				    "guard of " + name_of(sites[i].place) + ", so it is released "
				    "after that lock is; declare it where it is set, below the "
				    "guard",
				    { { guard->where, "the guard begins here" },
				      { set.where, "set here" } });
				return;
			}
		}
	}
}

/* A lock is initialised after it was used. */
void order_check::check_init(const lock_event &init, basic_block bb, size_t n)
{
	basic_block before;

	/* A global one may be initialised twice. */
	if (init.place.core[0] == 'G')
		return;
	FOR_EACH_BB_FN(before, fn) {
		for (size_t i = 0; i < events[before->index].size(); i++) {
			const lock_event &e = events[before->index][i];
			bool uses = (e.kind == lock_event::TAKE || e.kind == lock_event::TRY) &&
				    e.place == init.place;
			location_t where = e.where;

			if (e.kind == lock_event::CALL)
				for (const taken_lock &t : taken_by(e.fndecl))
					if (seen_by_caller(t.place, as_a<const gcall *>(e.stmt)) ==
					    init.place) {
						uses = true;
						where = t.where;
					}
			if (!uses || !leads_to(before, i, init, NULL_TREE) ||
			    leads_to(bb, n, e, NULL_TREE))
				continue;
			add("SAFE_E_GUARD_EARLY", e.where,
			    name_of(init.place) + " is taken before it is initialised; initialise it "
			    "first, before anything can use it",
			    { { where, "taken here" }, { init.where, "initialised here" } });
			return;
		}
	}
}

void order_check::run()
{
	basic_block bb;

	if (!find_sites())
		return;
	find_held();
	FOR_EACH_BB_FN(bb, fn) {
		site_set held = held_in[bb->index], dropped = dropped_in[bb->index];

		walk(bb, &held, &dropped, true);
	}
}

/* x->work.func = fn, which INIT_WORK() makes, and timers. */
void find_handlers(function *fn)
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gimple *stmt = gsi_stmt(i);
			const gcall *call = dyn_cast<const gcall *>(stmt);
			tree handler = NULL_TREE;
			lock_place p;

			if (gimple_assign_single_p(stmt) &&
			    TREE_CODE(gimple_assign_lhs(stmt)) == COMPONENT_REF &&
			    name_of_decl(TREE_OPERAND(gimple_assign_lhs(stmt), 1)) == "func") {
				handler = gimple_assign_rhs1(stmt);
				p = place_of(build_fold_addr_expr(gimple_assign_lhs(stmt)));
				p.core = p.holder();
			} else if (call && gimple_call_num_args(call) > 1 &&
				   gimple_call_fndecl(call) &&
				   (name_of_decl(gimple_call_fndecl(call)) == "init_timer_key" ||
				    name_of_decl(gimple_call_fndecl(call)) == "timer_init_key")) {
				handler = gimple_call_arg(call, 1);
				p = place_of(gimple_call_arg(call, 0));
			}
			if (!handler || !p.known() || TREE_CODE(handler) != ADDR_EXPR ||
			    TREE_CODE(TREE_OPERAND(handler, 0)) != FUNCTION_DECL)
				continue;
			/* Of a delayed work too, which contains the work. */
			for (int k = 0; k < 2 && !p.kind().empty(); k++) {
				handlers[p.kind()].insert(TREE_OPERAND(handler, 0));
				p.core = p.holder();
			}
		}
	}
}

/* Two locks that are nested in both orders. */
void check_nestings()
{
	for (auto &n : nestings) {
		auto other = nestings.find({ n.first.second, n.first.first });

		if (other == nestings.end() || n.second.reported ||
		    !(n.second.guarded || other->second.guarded))
			continue;
		other->second.reported = true;

		/* A lock around both makes an order of it. */
		bool both = false;

		for (const std::string &kind : n.second.held)
			both |= other->second.held.count(kind);
		if (both)
			continue;

		nesting first = n.second, second = other->second;

		if (linemap_compare_locations(line_table, first.inner, second.inner) < 0)
			std::swap(first, second);
		add("SAFE_E_GUARD_ORDER", second.inner,
		    "'" + second.inner_text + "' is taken while '" + second.outer_text + "' is held, "
		    "and elsewhere the other way round: two tasks can wait for each other; take "
		    "them in one order",
		    { { second.outer, "'" + second.outer_text + "' is taken here" },
		      { first.outer, "elsewhere '" + first.outer_text + "' is taken here" },
		      { first.inner, "and then '" + first.inner_text + "'" } });
	}
}

} /* namespace */

void add_function(function *fn)
{
	functions.push_back(fn);
}

void check_orders()
{
	for (function *fn : functions)
		find_handlers(fn);
	for (function *fn : functions) {
		push_cfun(fn);
		order_check(fn).run();
		pop_cfun();
	}
	check_nestings();
}

} /* namespace safe */
