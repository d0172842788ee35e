/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The words by which annotations and facts speak of contexts: __sleeps, __nosleep,
 * __runs_in(), __enters(), __leaves().
 */
#ifndef SAFE_CONTEXT_WORDS_H
#define SAFE_CONTEXT_WORDS_H

#include "gcc-compat.h"

namespace safe {

/* What forbids to sleep, each counted. */
enum context_level : uint8_t {
	LEVEL_PREEMPT,		/* preemption is off */
	LEVEL_SPIN,		/* a spinlock is held */
	LEVEL_BH,		/* soft interrupts are off */
	LEVEL_IRQ,		/* interrupts are off */
	LEVEL_RCU,		/* in a read section */
	CONTEXT_LEVELS
};

/* Where a function is called. */
enum runs_in : uint8_t {
	RUNS_ANYWHERE,		/* nothing is known */
	RUNS_IN_PROCESS, RUNS_IN_HARDIRQ, RUNS_IN_SOFTIRQ, RUNS_IN_ATOMIC, RUNS_IN_RCU,
};

struct context_words {
	enum : uint8_t { NOT_SAID, SLEEPS, NOSLEEP } sleep = NOT_SAID;
	runs_in role = RUNS_ANYWHERE;
	bool unchecked = false;
	bool adjusts = false;
	int8_t change[CONTEXT_LEVELS] = { };	/* of each level over the call */

	bool any() const
	{
		return sleep != NOT_SAID || role != RUNS_ANYWHERE || adjusts || unchecked;
	}

	/* Where it is called: what must not sleep, where sleeping is not allowed. */
	runs_in place() const
	{
		return role == RUNS_ANYWHERE && sleep == NOSLEEP ? RUNS_IN_ATOMIC : role;
	}

	bool must_not_sleep() const
	{
		return place() != RUNS_ANYWHERE && place() != RUNS_IN_PROCESS;
	}
};

/* "spinlock" -> LEVEL_SPIN.  Return: false when @text is no level. */
bool parse_level(const char *text, context_level *level);
/* "hardirq" -> RUNS_IN_HARDIRQ */
bool parse_runs_in(const char *text, runs_in *role);

/* What the attributes of a function type say; false: nothing. */
bool read_context_words(tree fntype, context_words *words);
/* What is said of a parameter that is a pointer to a function. */
runs_in role_of_parameter(tree type);

void register_context_words(const char *plugin);

} /* namespace safe */

#endif /* SAFE_CONTEXT_WORDS_H */
