/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The kernel's own functions that change where the program runs, and where the kernel
 * calls what drivers give it.
 */
#ifndef SAFE_RULES_CONTEXT_CALLS_H
#define SAFE_RULES_CONTEXT_CALLS_H

#include "../contract.h"

namespace safe {

/* The levels, and what else decides whether sleeping is allowed. */
struct context {
	int8_t level[CONTEXT_LEVELS] = { };
	int8_t faults_off = 0;	/* user memory is not waited for */
	bool assumed = false;	/* the function asserts that a spinlock is held */

	bool operator==(const context &o) const { return !memcmp(this, &o, sizeof(*this)); }
	bool operator!=(const context &o) const { return !(*this == o); }
	/* Where a kernel without SMP turns preemption off instead of taking the lock. */
	int preemption() const { return level[LEVEL_SPIN] + level[LEVEL_PREEMPT]; }
	context plus(const context &o) const;
	bool is_atomic() const;
};

struct level_call {
	const char *name;
	signed char spin, preempt, bh, irq, rcu, faults;
	bool tries;		/* only if it returns something else than 0 */
	int lock;		/* which argument is the lock, or -1 */

	context change() const;
};

/* What the call of @fndecl changes; NULL: nothing that is known here. */
const level_call *find_level_call(tree fndecl);

/* Where a function runs that is passed to @fndecl as argument @param. */
runs_in role_of_argument(tree fndecl, unsigned int param);
/* Where a function runs that the member @field is set to; @likely: not always. */
runs_in role_of_member(tree field, bool *likely);

/* "in a hard interrupt handler" */
const char *role_text(runs_in role);

} /* namespace safe */

#endif /* SAFE_RULES_CONTEXT_CALLS_H */
