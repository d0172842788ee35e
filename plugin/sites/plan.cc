// SPDX-License-Identifier: GPL-2.0
/*
 * Decides for each resource whether the compiler can release it, and where.
 */
#include "sites/plan.h"
#include "sites/exits.h"

namespace safe::sites {

std::vector<unsigned> solve(const code &c, unsigned at_entry, const transfer &out)
{
	std::vector<unsigned> in(c.count() + 1);
	std::vector<int> work = { c.entry() };
	std::vector<bool> seen(c.count() + 1);

	in[c.entry()] = at_entry;
	while (!work.empty()) {
		int id = work.back();

		work.pop_back();
		seen[id] = true;
		if (id == c.exit())
			continue;
		for (size_t i = 0; i < c.succ[id].size(); i++) {
			int to = c.succ[id][i];
			unsigned state = in[to] | out(id, i, in[id]);

			if (state == in[to] && seen[to])
				continue;
			in[to] = state;
			work.push_back(to);
		}
	}
	return in;
}

bool declared(const std::string &name)
{
	return identifier_global_value(get_identifier(name.c_str())) != NULL_TREE;
}

/* Only computes or jumps: may as well happen before a release as after it. */
bool plan::plain(const stmt *s) const
{
	if (s->conditional)
		return false;
	switch (s->kind) {
	case stmt::LABEL:
	case stmt::CASE:
	case stmt::GOTO:
	case stmt::BREAK:
	case stmt::CONTINUE:
	case stmt::EMPTY:
		return true;
	case stmt::IF:
	case stmt::RETURN:
		return f.local(s);
	case stmt::EXPR:
		return !s->declares && f.local(s);
	default:
		return false;
	}
}

/* The last token at which the compiler will still hold the resource. */
int plan::scope_end(const resource &r) const
{
	int end = r.acquire->parent->last - 1;

	for (const auto &other : resources) {
		if (other->mode == resource::SCOPED && other.get() != &r &&
		    other->acquire->parent == r.acquire->parent &&
		    other->in_scope(r.acquire))
			end = std::min(end, other->scope_last);
	}
	return end;
}

/* Every way into the scope has to go through the statement that acquires. */
const char *plan::check_entries(const resource &r) const
{
	exits jumps(*this);

	for (int id = 0; id < c.count(); id++) {
		if (!r.in_scope(c[id]))
			continue;
		for (int from : c.pred[id]) {
			const stmt *s = c[from];

			if (s == r.acquire || r.in_scope(s))
				continue;
			if (s->kind == stmt::SWITCH)
				return "another case label follows";
			if (!jumps.becomes_return(s))
				return "jump over the acquiring statement";
		}
	}
	return NULL;
}

/*
 * No way out of the scope may hold the resource, but for a jump to a release of
 * its own that then returns: the jump becomes the return.
 */
const char *plan::check_leaving(resource &r) const
{
	exits jumps(*this);

	r.returns = false;
	for (int id = 0; id < c.count(); id++) {
		const stmt *s = c[id];

		if (!r.held[id] || !(r.in_scope(s) || s == r.acquire))
			continue;
		for (int to : c.succ[id]) {
			if (to != c.exit() && (r.in_scope(c[to]) || c[to] == r.end))
				continue;
			if (r.mode != resource::SCOPED || !jumps.becomes_return(s) ||
			    !jumps.releases_behind(s, r))
				return s->kind == stmt::GOTO ?
				       "jump to an unlock with other code behind it" :
				       "held beyond its block";
			r.returns = true;
		}
	}
	return NULL;
}

/*
 * Between @release and the end of the scope there may be nothing that the
 * resource was not held for, and no release that would now come first.
 */
const char *plan::check_tail(const resource &r, const stmt *release) const
{
	std::vector<int> work(c.succ[release->id]);
	std::set<int> seen;

	while (!work.empty()) {
		int id = work.back();

		work.pop_back();
		if (id == c.exit() || !r.in_scope(c[id]) || !seen.insert(id).second)
			continue;

		const stmt *s = c[id];
		const resource *other = dropped[id];
		if (other && other->acquire->first > r.acquire->first)
			return "released in the order of acquiring";
		if (!other && !plain(s))
			return r.kind == resource::MEMORY ? "code after the free" :
			       f.of(s).calls.empty()	  ? "code after the unlock" :
						   "function call after the unlock";
		work.insert(work.end(), c.succ[id].begin(), c.succ[id].end());
	}
	return NULL;
}

const char *plan::check_guard(resource &r)
{
	const stmt *before = c.before(r.acquire);

	r.end = NULL;
	r.scope_first = r.acquire->last + 1;
	r.scope_last = scope_end(r);

	if (before && (before->kind == stmt::LABEL || before->kind == stmt::CASE))
		return "label directly before it";
	if (const char *why = check_leaving(r))
		return why;
	if (const char *why = check_entries(r))
		return why;
	for (const stmt *release : r.releases)
		if (const char *why = check_tail(r, release))
			return why;
	return NULL;
}

/* Variables that are declared in the region are not used behind it. */
const char *plan::check_declarations(const resource &r) const
{
	for (const auto &entry : f.variables) {
		const variable &v = entry.second;

		if (!v.declared || v.declared->parent != r.acquire->parent ||
		    !r.in_scope(v.declared))
			continue;
		for (const use &u : v.uses)
			if (!r.in_scope(u.where))
				return "variable of the region used behind it";
	}
	return NULL;
}

/* The region becomes a loop, which would catch them. */
const char *plan::check_breaks(const resource &r) const
{
	for (int id = 0; id < c.count(); id++) {
		const stmt *s = c[id];

		if (r.in_scope(s) && (s->kind == stmt::BREAK || s->kind == stmt::CONTINUE) &&
		    !r.in_scope(s->target))
			return "break or continue out of the region";
	}
	return NULL;
}

/* Whether the region from the lock to @end may become a scoped_guard(). */
const char *plan::check_region(resource &r, stmt *end)
{
	const stmt *last = c.before(end);

	r.end = end;
	r.scope_first = r.acquire->last + 1;
	r.scope_last = end->first - 1;
	if (last == r.acquire)
		return "nothing between lock and unlock";
	if (last->kind == stmt::LABEL)
		return "jump to the end of the region";
	if (const char *why = check_leaving(r))
		return why;
	if (const char *why = check_entries(r))
		return why;
	if (const char *why = check_declarations(r))
		return why;
	if (const char *why = check_breaks(r))
		return why;
	exits jumps(*this);
	for (const stmt *release : r.releases) {
		if (release == end)
			continue;
		if (r.in_scope(release)) {
			if (const char *why = check_tail(r, release))
				return why;
		} else if (jumps.reachable(release)) {
			return "held beyond its block";
		}
	}
	return NULL;
}

const char *plan::check_scoped(resource &r)
{
	const stmt *block = r.acquire->parent;
	const char *why = NULL;

	r.end = NULL;
	for (stmt *release : r.releases) {
		if (release->parent != block || release->index < r.acquire->index)
			continue;
		const char *not_here = check_region(r, release);
		if (!not_here)
			return NULL;
		why = why ? why : not_here;
	}
	return why ? why : "no unlock in the block of the lock";
}

/*
 * Kernel style does not mix cleanups with labels that undo: all of a function's
 * unwinding is converted, or none.
 */
const char *plan::check_unwinding(const resource &r, const exits &e) const
{
	for (const auto &label : c.labels) {
		const stmt *l = label.second;
		bool reached_by_goto = false, falls = false;

		if (r.mode != resource::GUARD || !r.in_scope(l))
			continue;
		for (int from : c.pred[l->id]) {
			const stmt *s = c[from];

			if (s->kind != stmt::GOTO)
				falls = true;
			else if (!e.becomes_return(s) && s->first < l->first)
				reached_by_goto = true;
		}
		if (reached_by_goto && !falls)
			return "unwind label keeps other cleanup";
		/* Nothing would be left for the label to stand before. */
		if (e.stands_last(l) && !e.goes(l))
			return "label at the end of a block";
	}
	return NULL;
}

void plan::drop_releases()
{
	std::fill(dropped.begin(), dropped.end(), nullptr);
	for (const auto &r : resources)
		if (r->mode != resource::LEFT)
			for (const stmt *release : r->releases)
				dropped[release->id] = r.get();
}

/* Locks that overlap without one being inside the other have no scopes. */
bool plan::crosses(const resource &r) const
{
	for (const auto &other : resources) {
		if (other.get() == &r || other->kind != resource::LOCK)
			continue;
		for (const stmt *release : other->releases)
			if (other->held[r.acquire->id] && r.held[release->id])
				return true;
		for (const stmt *release : r.releases)
			if (r.held[other->acquire->id] && other->held[release->id])
				return true;
	}
	return false;
}

/* Return: whether the decision changed. */
bool plan::decide(resource &r)
{
	auto before = std::make_tuple(r.mode, r.scope_first, r.scope_last);
	const char *why;

	if (r.mode == resource::GUARD) {
		why = r.kind == resource::MEMORY ? track_memory(r) : NULL;
		if (!why)
			why = check_guard(r);
		if (why && r.kind == resource::LOCK)
			r.mode = resource::SCOPED;
		else if (why)
			r.mode = resource::LEFT;
		r.reason = why ? why : "";
	}
	if (r.mode == resource::SCOPED) {
		why = check_scoped(r);
		if (why) {
			r.mode = resource::LEFT;
			/* Of a region with no end, the guard's reason says more. */
			if (r.end || !*r.reason)
				r.reason = why;
		} else {
			r.reason = "";
		}
	}
	if (r.mode != resource::LEFT && r.kind == resource::LOCK) {
		why = object_changes(r) ? "lock expression changes while held" :
		      crosses(r)	? "released in the order of acquiring" : NULL;
		if (why) {
			r.mode = resource::LEFT;
			r.reason = why;
		}
	}
	return before != std::make_tuple(r.mode, r.scope_first, r.scope_last);
}

/*
 * Each decision rests on the others: releases that go leave nothing behind.  A
 * resource only ever gets less, so that this comes to an end.
 */
void plan::decide()
{
	for (bool changed = true; changed; ) {
		drop_releases();
		changed = false;
		for (auto &r : resources) {
			if (r->mode != resource::LEFT)
				changed |= decide(*r);
			drop_releases();
		}
		if (changed)
			continue;

		exits e(*this);
		for (auto &r : resources) {
			const char *why = check_unwinding(*r, e);

			if (!why)
				continue;
			r->mode = resource::LEFT;
			r->reason = why;
			changed = true;
		}
	}
}

void plan::edit_lock(const resource &r, const std::string &number)
{
	static const char *const ops[][2] = {
		{ "guard", "scoped_guard" },		/* LOCK_PLAIN */
		{ "guard_bare", "scoped_guard_bare" },	/* LOCK_BARE */
		{ "guard_flags", "scoped_guard_flags" },
		{ "guard_bare", "scoped_guard_bare" },	/* LOCK_ONLY_FLAGS */
		{ "guard_index", "scoped_guard_index" },
	};
	bool scoped = r.mode == resource::SCOPED;

	edits.push_back({ ops[r.lock->form][scoped] + (scoped ? number : ""),
			  r.acquire->first, r.name });
	if (scoped)
		edits.push_back({ "end" + number, r.end->first, "" });
}

/*
 * The regions of a function are numbered: a semantic patch could not tell whose
 * end is whose.
 */
void plan::edit_resources()
{
	int regions = 0;

	for (const auto &r : resources) {
		if (r->mode == resource::LEFT)
			continue;
		if (r->kind == resource::MEMORY)
			edit_memory(*r);
		else
			edit_lock(*r, regions ? "." + std::to_string(regions) : "");
		regions += r->mode == resource::SCOPED;
		for (const stmt *release : r->releases)
			if (release != r->end)
				edits.push_back({ "drop", release->first, "" });
	}
}

void plan::make()
{
	find_locks();
	find_memory();
	decide();
	drop_releases();
	edit_resources();
	exits(*this).edit(*this);
}

const stmt *plan::bad_jump() const
{
	const source_text &t = *c.src;

	for (int id = 0; id < c.count(); id++) {
		const stmt *s = c[id];
		bool cleanup = s->kind == stmt::EXPR &&
			       (t.is(s->first, "guard") || t.is(s->first, "CLASS"));

		for (int i = s->first; s->kind == stmt::EXPR && i < s->last; i++)
			cleanup |= t.is(i, "__free");
		if (!cleanup || !s->in_block())
			continue;
		for (int to = 0; to < c.count(); to++) {
			bool inside = c[to]->first > s->last && c[to]->last < s->parent->last;

			for (int from : c.pred[to])
				if (inside && c[from] != s &&
				    !(c[from]->first > s->last &&
				      c[from]->last < s->parent->last))
					return c[from];
		}
	}
	return NULL;
}

} /* namespace safe::sites */
