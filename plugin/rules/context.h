/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is known of a function once its paths were followed: where it may sleep, at which
 * level beside its caller's, and how it changes the level.
 */
#ifndef SAFE_RULES_CONTEXT_H
#define SAFE_RULES_CONTEXT_H

#include <deque>

#include "../engine/machine.h"
#include "context_scan.h"

namespace safe {

/* What is true of the caller's on a path, as far as a caller can tell. */
struct condition {
	enum { ARGUMENT, BITS, MEMBER } kind;
	unsigned int param;
	int64_t number;		/* BITS: which; MEMBER: where in what it points to, in bits */
	int64_t size;
	range r;
};
typedef std::vector<condition> condition_list;

struct sleep {
	const gcall *call;
	location_t where;
	std::string what;	/* the function that is called */
	context at;
	condition_list when;
	int gfp = -1;		/* only if the argument of this number says so */
	bool fault = false;	/* only where user memory is waited for */
	bool allocates = false;
	unsigned int delay = 0;	/* it does not sleep, but waits as many milliseconds */
	bool likely = false;
	const sleep *inner = NULL;	/* in the called function */
};

struct ending {
	context at;
	range returned;
	bool constant;		/* a number in the code: 0, NULL, -EIO */
	condition_list when;
};

struct function_record {
	std::deque<sleep> sleeps;
	std::vector<ending> endings;
};

function_record &record_of(tree fndecl);

/* The conditions under which the path of @m is taken. */
condition_list conditions_of(machine &m);
enum agreement { CANNOT_BE, MAY_BE, IS_SO };
/* Whether @c, of the function that @call calls, is true. */
agreement agrees(machine &m, const gcall *call, const condition &c);
/* @c in terms of the arguments of the function that calls.  Return: false: cannot. */
bool passed_through(machine &m, const gcall *call, condition *c);
/* The parameter with gfp flags that decide whether @call is come to; -1: none. */
int guarding_flags(const gcall *call);
/* Which argument of the function itself @v is; -1: none. */
int parameter_of(machine &m, const value &v);
bool tell_apart(const condition_list &a, const condition_list &b);

/* Levels are events on the path, about these. */
inline int entered_event(int level) { return -2 - 2 * level; }
inline int left_event(int level) { return -3 - 2 * level; }

/* Why sleeping is not allowed, with notes: "'&p->lock' is held". */
std::string context_reason(machine &m, const context &at, const role *r,
			   std::vector<finding_note> *notes);

} /* namespace safe */

#endif /* SAFE_RULES_CONTEXT_H */
