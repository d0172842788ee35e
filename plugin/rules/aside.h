/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "own": what the function does beside a path: a decision of the path may
 * have been whether there is something to be undone, or kept, at all.
 */
#ifndef SAFE_RULES_ASIDE_H
#define SAFE_RULES_ASIDE_H

#include <functional>
#include "../engine/machine.h"

namespace safe {

typedef std::function<bool(basic_block)> block_test;

/* Whether every way to @to leads through @through. */
bool leads_through(function *fn, basic_block to, basic_block through);

/*
 * Whether the function has done nothing more after its last decision on the path: it
 * returned early, or jumped to where it only lets go of its locks.
 */
bool leaves_at_once(machine &m);

/* Whether the last decision on the path, since the birth of @about, was of a failure. */
bool failed_last(machine &m, sym_id about);

/* Whether all blocks of @fn that do it, to what @call did, are left out on a condition. */
bool always_on_condition(function *fn, const gcall *call, const block_test &does);

/*
 * Whether a decision on the path, since the birth of @about by @birth, was about doing
 * it: the other way does it and comes back.
 */
bool left_aside(machine &m, sym_id about, const gimple *birth, const block_test &does);

/*
 * Whether the path asks what was asked before @birth, gets the other answer, and so does
 * not do it: there is no such path, as far as the author knows.
 */
bool denies_reason(machine &m, sym_id about, const gcall *birth, const block_test &does);

/* Whether such a decision was about handing the object @about on, or releasing it. */
bool passed_by(machine &m, sym_id about);

} /* namespace safe */

#endif /* SAFE_RULES_ASIDE_H */
