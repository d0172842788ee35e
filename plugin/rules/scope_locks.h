/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "scope": which locks a function takes and gives back, by name.
 *
 * A lock is known by how one gets to it: from an argument, a global or local variable,
 * or a value, by members.  Two that are written alike are one: that nobody changes a
 * pointer between is not proved.
 */
#ifndef SAFE_RULES_SCOPE_LOCKS_H
#define SAFE_RULES_SCOPE_LOCKS_H

#include "scope.h"

namespace safe {

struct lock_place {
	std::string core;	/* empty: unknown */
	bool address = false;	/* its address, not what stands there */
	std::string text;	/* as the user would write it */

	bool known() const { return !core.empty(); }
	/* The member or global variable that it is, of whatever object; or "". */
	std::string kind() const;
	/* What the member is in. */
	std::string holder() const;
	bool operator==(const lock_place &o) const
	{
		return core == o.core && address == o.address;
	}
};

struct lock_event {
	enum kind {
		TAKE,		/* returns with the lock */
		TRY,		/* may return without it */
		GIVE,
		END,		/* of the scope of the guard @variable */
		INIT,
		CANCEL,		/* waits for the work or timer @place to end */
		CALL,		/* of another function of the unit */
		SET,		/* the __free() variable @variable gets an object ... */
		CLEAR,		/* ... gives it away ... */
		CLEAN,		/* ... or releases it */
	} kind;
	lock_place place;
	tree variable = NULL_TREE;	/* of TAKE: the guard */
	bool shared = false;		/* with other readers */
	bool nested = false;		/* the author knows of another lock of its kind */
	tree fndecl = NULL_TREE;
	const gimple *stmt = NULL;
	location_t where = UNKNOWN_LOCATION;
};

typedef std::vector<lock_event> lock_events;

/* The events of each block of @fn, by its index, in order. */
std::vector<lock_events> lock_events_of(function *fn);

/* Where @pointer leads. */
lock_place place_of(tree pointer);

/* @place of the called function, for the caller; not known if it is not the caller's. */
lock_place seen_by_caller(const lock_place &place, const gcall *call);

/* A lock that a function takes for sure, or as good as. */
struct taken_lock {
	lock_place place;
	bool shared, nested;
	bool unsure;	/* what stands in memory decides */
	location_t where;
};

/* What @fndecl takes, itself or in what it calls, and has not given back before. */
const std::vector<taken_lock> &taken_by(tree fndecl);

/* Whether @fndecl gives back a lock of this kind. */
bool gives_back(tree fndecl, const std::string &kind);

/* scope_order.cc: of all functions of the unit, which are told one by one. */
void add_function(function *fn);
void check_orders();

} /* namespace safe */

#endif /* SAFE_RULES_SCOPE_LOCKS_H */
