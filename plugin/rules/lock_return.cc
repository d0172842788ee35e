// SPDX-License-Identifier: GPL-2.0
/*
 * A function that returns with a lock held may mean to: it hands the lock over, and its
 * name, its annotation or what it returns says so.  It does not mean to where it
 * releases the lock on other paths and the caller cannot tell which it was, or where
 * it fails with the lock held and succeeds without.
 */
#include "lock.h"
#include "../location.h"

namespace safe {

namespace {

enum outcome { UNSURE, SUCCESS, FAILURE };

/* What a caller takes the returned value for. */
outcome outcome_of(const lock_exit &e)
{
	if (e.nothing || !has_range(e.returned_type))
		return UNSURE;
	if (POINTER_TYPE_P(e.returned_type)) {
		if (e.returned.inside(range::valid_pointers()))
			return SUCCESS;
		return e.returned.meets(range::valid_pointers()) ? UNSURE : FAILURE;
	}
	if (TREE_CODE(e.returned_type) == BOOLEAN_TYPE) {
		if (e.returned == range::constant(0))
			return FAILURE;
		return e.returned.has(0) ? UNSURE : SUCCESS;
	}
	if (e.returned.inside(range::errors()))
		return FAILURE;
	return e.returned.meets(range::errors()) ? UNSURE : SUCCESS;
}

/* Whether a caller that has both before it knows which it was. */
bool told_apart(const lock_exit &a, const lock_exit &b)
{
	if (!a.nothing && (!a.returned.meets(b.returned) || a.returns_owner != b.returns_owner))
		return true;
	for (const auto &x : a.told_by)
		for (const auto &y : b.told_by)
			if (x.first == y.first && !x.second.meets(y.second))
				return true;
	for (const cell &x : a.set)
		for (const cell &y : b.set)
			if (x.base == y.base && x.offset == y.offset && x.content != y.content)
				return true;
	return false;
}

bool releases(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);
	const char *name = fndecl && DECL_NAME(fndecl) ?
			   IDENTIFIER_POINTER(DECL_NAME(fndecl)) : "";

	return strstr(name, "unlock") || !strncmp(name, "up_", 3) || strstr(name, "_destructor");
}

/*
 * Whether the function has a release that it may come to without what was taken at
 * @where: "if (shared) lock; ... if (shared) unlock".  Then the condition is the same for
 * those who wrote it, if not for the analysis.
 */
bool is_conditional(function *fn, location_t where)
{
	std::vector<basic_block> todo = { ENTRY_BLOCK_PTR_FOR_FN(fn) };
	std::set<int> seen;

	while (!todo.empty()) {
		basic_block bb = todo.back();
		bool taken = false, released = false;
		edge_iterator ei;
		edge e;

		todo.pop_back();
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));

			if (!call)
				continue;
			taken |= user_location(gimple_location(call)) == where;
			released |= !taken && releases(call);
		}
		if (released)
			return true;
		if (taken)
			continue;
		FOR_EACH_EDGE(e, ei, bb->succs)
			if (seen.insert(e->dest->index).second)
				todo.push_back(e->dest);
	}
	return false;
}

} /* namespace */

void judge_lock_exits(tree fndecl, std::vector<lock_exit> &exits)
{
	for (lock_exit &e : exits) {
		bool wrong = false;

		if (!e.held)
			continue;
		for (const lock_exit &other : exits) {
			if (other.held || other.lock != e.lock)
				continue;

			/* Taken over when all went well, for what is known. */
			if (outcome_of(e) != FAILURE && outcome_of(other) == FAILURE)
				continue;
			wrong |= !told_apart(e, other) ||
				 (outcome_of(e) == FAILURE && outcome_of(other) == SUCCESS);
		}
		if (!wrong)
			continue;
		if (e.what.notes.empty() ||
		    !is_conditional(DECL_STRUCT_FUNCTION(fndecl),
				    user_location(e.what.notes[0].where)))
			add_finding(std::move(e.what));
	}
}

} /* namespace safe */
