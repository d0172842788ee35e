/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Rule "pin": the types whose objects must stay where they are.
 */
#ifndef SAFE_RULES_PIN_H
#define SAFE_RULES_PIN_H

#include "../engine/machine.h"

namespace safe {

/* Whether @type is a struct with SAFE_PINNED at its end, or has such a member. */
bool is_marked_pinned(tree type);

/* A lock, a list or the like that is part of an object. */
struct pinned_member {
	int64_t offset;		/* in bytes */
	const char *what;	/* the type's name, without "struct" */
	bool points_to_itself;	/* a copy is wrong even if nobody uses the original */
};

/* Those of @type, the first element of each array. */
const std::vector<pinned_member> &pinned_members(tree type);

/* What a pointer points to, before it was made a void *; NULL: bytes, or unknown. */
tree target_of(tree pointer);

/* What one function does to pinned objects, statement by statement (pin_copy.cc). */
void find_pinned_copies(function *fn);
/* Initialisers made with <safe/pin.h> (pin_init.cc). */
void find_early_use(function *fn);
/* Types that contradict what they contain (pin_copy.cc). */
void look_at_pinned_type(tree type);
void find_two_destructors();

} /* namespace safe */

#endif /* SAFE_RULES_PIN_H */
