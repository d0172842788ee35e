// SPDX-License-Identifier: GPL-2.0
/*
 * A function that returns with a lock held may mean to: it hands the lock over, and its
 * name, its annotation or what it returns says so.  It does not mean to where it
 * releases the lock on other paths and the caller cannot tell which it was, or where
 * it fails with the lock held and succeeds without.
 */
#include "lock.h"

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
	if (!a.nothing && !a.returned.meets(b.returned))
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
		if (wrong)
			add_finding(std::move(e.what));
	}
}

} /* namespace safe */
