/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A look at all functions, without their paths: which of them may sleep, which change
 * the level, which run where.  Few do both, and only these are followed.
 */
#ifndef SAFE_RULES_CONTEXT_SCAN_H
#define SAFE_RULES_CONTEXT_SCAN_H

#include "context_calls.h"
#include "../body.h"

namespace safe {

/* No call that sleeps. */
static const int NEVER = -100;

struct role {
	runs_in where = RUNS_ANYWHERE;
	bool likely = false;
	location_t set_at = UNKNOWN_LOCATION;
	std::string by;		/* "request_irq", "uart_ops.start_tx" */
	/* A member that says so itself, and what: the function must be like that. */
	bool annotated = false;
	context_words words;
};

/* A member or a variable that says something of the functions it points to. */
struct spoken {
	std::string name;	/* "uart_ops.start_tx" */
	context_words words;
};
/* What is said at the member or variable that @ref is, or was read from; false: nothing. */
bool words_of_place(tree ref, spoken *place);
/* Whether @stmt copies a pointer to a place of which something else is said. */
void look_at_copies(gimple *stmt);

struct scan {
	int least = 0, most = 0;	/* by how much the level changes over a call */
	/* The highest level, beside the caller's, at which it may sleep. */
	int sleeps_at = NEVER;
	bool sleeps_alone = false;	/* at a level that it has not raised itself */
	bool candidate = false;		/* it may sleep at a level above 0 */
	bool asserts = false;		/* that a spinlock is held */
	bool unknown = false;		/* it calls what nothing is known of */
	std::vector<tree> callees;	/* with a body, that matter */
};

/* A call, and the lowest level at which it is made. */
struct call_level {
	const gcall *call;
	int least;
};
/* For "safe link" (context_link.cc). */
void tell_of_context(function *fn, const std::vector<call_level> &calls, const scan &s);

/* Looks at all functions of the compilation; once. */
void scan_contexts();
/* NULL: no body. */
const scan *scan_of(tree fndecl);
/* Whether a path through @fndecl has to be followed. */
bool context_matters(tree fndecl);
bool is_context_trigger(const gcall *call);
const role *role_of(tree fndecl);

/* Whether the function that is called sleeps because it always may. */
bool call_sleeps(const gcall *call, const contract *c);
/* How many milliseconds an mdelay() of which @call is a part waits, if 10 or more; or 0. */
unsigned int long_delay(const gcall *call);
/* The argument with gfp flags, of a function that is known by no more. */
int gfp_argument(const gcall *call, const contract *c);
bool is_spinlock(const_tree type);
/* lockdep_assert_held() of a spinlock. */
bool asserts_spinlock(const gcall *call);
/*
 * What is said of a member that points to a function.  Where something is said of
 * another member of the struct, silence says that the level stays as it is.
 */
bool words_of_member(tree field, context_words *words);
/* "uart_ops.start_tx" */
std::string member_name(tree field);
/* "spinlocks" */
const char *level_name(int level);
/*
 * By how much @words change the level of @level.  Without SMP, taking a spinlock is
 * turning preemption off: the two count as one, as LEVEL_SPIN.
 */
int change_of_level(const context_words &words, int level);

/* Functions that the member @field is set to somewhere in the file. */
const std::vector<tree> &implementations(tree field);

} /* namespace safe */

#endif /* SAFE_RULES_CONTEXT_SCAN_H */
