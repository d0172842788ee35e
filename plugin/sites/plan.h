/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a migration does to one function, and why it does no more.
 *
 * A resource is a lock that is taken, or memory that is allocated, at one
 * statement.  It is migrated when its releases can be left to the compiler: then
 * each path that leaves the resource's scope releases it exactly once, in the
 * same order as before, with nothing but computing in between.
 */
#ifndef SAFE_SITES_PLAN_H
#define SAFE_SITES_PLAN_H

#include "sites/facts.h"

namespace safe::sites {

/* How the arguments of a lock function become those of the guard. */
enum lock_form {
	LOCK_PLAIN,		/* lock(x)		guard(c)(x) */
	LOCK_BARE,		/* lock()		guard(c)() */
	LOCK_FLAGS,		/* lock(x, flags)	guard(c)(x) */
	LOCK_ONLY_FLAGS,	/* lock(flags)		guard(c)() */
	LOCK_INDEX,		/* i = lock(x)		guard(c)(x) */
};

struct lock_kind {
	const char *lock, *unlock;
	const char *name;	/* of the guard class; NULL: there is none */
	enum lock_form form;
	const char *domain;	/* which functions act on the same kind of object */
};

struct resource {
	enum kind { LOCK, MEMORY } kind;
	enum mode { LEFT, GUARD, SCOPED } mode = GUARD;

	stmt *acquire;
	std::vector<stmt *> releases;
	std::string name;	/* of the guard class, or of the cleanup function */
	std::string object;	/* the lock or the variable, as text */
	const char *reason = "";	/* why it is left */

	/* Where the compiler will release it: tokens. */
	int scope_first = 0, scope_last = 0;
	stmt *end = NULL;	/* SCOPED: the release that closes the region */
	bool returns = false;	/* SCOPED: jumps to a release become returns */
	std::vector<bool> held;	/* by node: on leaving it */

	const lock_kind *lock = NULL;
	std::string flags;	/* variable that holds the irq flags or index */

	variable *var = NULL;	/* MEMORY */
	std::vector<stmt *> moves;	/* statements that pass ownership on */

	bool in_scope(const stmt *s) const
	{
		return s->first >= scope_first && s->last <= scope_last;
	}
};

struct edit {
	std::string op;
	int token;
	std::string text;
};

/* A variable whose declaration changes. */
struct declaration {
	const char *op;		/* "unused", "uninitialized" */
	std::string name;
};

class plan {
public:
	plan(code &c, facts &f) : c(c), f(f), dropped(c.count()) {}

	/* Fills ``resources``, ``edits`` and ``declarations``. */
	void make();

	/* A jump over a variable with a cleanup, which GCC accepts in silence. */
	const stmt *bad_jump() const;

	std::vector<std::unique_ptr<resource>> resources;
	std::vector<edit> edits;
	std::vector<declaration> declarations;

private:
	friend class exits;

	/* locks.cc */
	void find_locks();
	void find_odd_locks();
	void find_lock(stmt *s);
	void track_lock(resource &r);
	const lock_kind *acquires(const stmt *s) const;
	const lock_kind *releases(const stmt *s) const;
	std::string argument(const stmt *s, int which) const;
	std::string lock_object(const lock_kind *k, const stmt *s) const;
	std::string flags_name(const lock_kind *k, const stmt *s) const;
	bool object_changes(const resource &r);
	bool flags_used_elsewhere(const resource &r);

	/* owned.cc */
	void find_memory();
	bool returns_memory();
	void find_owner(variable &v);
	const char *track_memory(resource &r);
	void mark_moves(resource &r);
	bool used_outside(const resource &r) const;
	void edit_memory(const resource &r);

	/* plan.cc */
	void decide();
	bool decide(resource &r);
	const char *check_guard(resource &r);
	const char *check_scoped(resource &r);
	const char *check_entries(const resource &r) const;
	const char *check_leaving(resource &r) const;
	const char *check_breaks(const resource &r) const;
	const char *check_region(resource &r, stmt *end);
	const char *check_tail(const resource &r, const stmt *release) const;
	const char *check_declarations(const resource &r) const;
	const char *check_unwinding(const resource &r, const class exits &e) const;
	bool crosses(const resource &r) const;
	bool plain(const stmt *s) const;
	int scope_end(const resource &r) const;
	void drop_releases();
	void edit_lock(const resource &r, const std::string &number);
	void edit_resources();

	code &c;
	facts &f;
	std::vector<resource *> dropped;	/* by node: whose release goes */
	std::vector<std::set<std::string>> odd_locks;	/* by node: domains */
};

/*
 * Solves a forward dataflow problem over bit sets.  @out maps a node and what
 * enters it to what leaves it along its edge number @which.
 * Return: what enters each node; the last is the function's exit.
 */
using transfer = std::function<unsigned(int node, int which, unsigned in)>;
std::vector<unsigned> solve(const code &c, unsigned at_entry, const transfer &out);

/* Whether a word is the name of a function that takes a lock, or frees. */
bool is_lock_function(const std::string &word);
bool is_free_function(const std::string &word);

/* Whether the translation unit declares a function of this name. */
bool declared(const std::string &name);

} /* namespace safe::sites */

#endif /* SAFE_SITES_PLAN_H */
