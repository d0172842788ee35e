/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The kernel's own functions that take and release locks.
 */
#ifndef SAFE_RULES_LOCK_CALLS_H
#define SAFE_RULES_LOCK_CALLS_H

#include "../gcc-compat.h"

namespace safe {

enum lock_deed : uint8_t {
	LOCK_TAKE,
	LOCK_DROP,
	LOCK_DOWNGRADE,		/* from exclusive to shared */
	LOCK_INIT,
	LOCK_ASKED,		/* whether it is held: taken for granted */
};

/* When a call that can fail has done it. */
enum lock_success : uint8_t { LOCK_ALWAYS, LOCK_IF_TRUE, LOCK_IF_ZERO };

struct lock_call {
	const char *name;
	lock_deed deed;
	int param;		/* the argument that is the lock */
	lock_success when = LOCK_ALWAYS;
	bool shared = false;
	bool nests = false;	/* may be taken again while it is held */
	const char *token = NULL;	/* a lock without an object goes by this name */
};

/* What the call of @fndecl does; NULL: nothing that is known here. */
const lock_call *find_lock_call(tree fndecl);

/* The variable that stands for the lock that has no object but the name @token. */
tree lock_token(const char *token);
bool is_lock_token(tree decl);

} /* namespace safe */

#endif /* SAFE_RULES_LOCK_CALLS_H */
