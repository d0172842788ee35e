/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a rule is.  A rule gives each symbol a state, changes it as things
 * happen to the symbol, and reports what must not happen.  The engine follows
 * the paths and knows no rule; a rule knows no path.
 *
 * Each rule is one file in rules/ that ends with a registration of its class.
 */
#ifndef SAFE_ENGINE_RULE_H
#define SAFE_ENGINE_RULE_H

#include "state.h"

namespace safe {

class machine;

/* One thing that happens to one value. */
struct occasion {
	action act;
	value what;
	tree expr = NULL_TREE;		/* as the program names it, if it does */
	location_t where = UNKNOWN_LOCATION;
	const contract *callee = NULL;	/* of calls */
	unsigned int param = 0;
	bool maybe = false;		/* only on some paths of a called function */
	const path_event *inside = NULL;	/* where in the called function */
};

class rule {
public:
	rule(const char *name) : name(name) { }
	virtual ~rule() { }

	const char *const name;
	unsigned int index = 0;		/* of this rule among all */

	/*
	 * @o happens to a symbol in state @st (0 is the state of all that the
	 * rule has never seen).  Return: the symbol's new state.  Symbol 0 is
	 * the path itself; it has a state if the rule gave it one.
	 */
	virtual unsigned int on(machine &m, unsigned int st, const occasion &o) = 0;

	/*
	 * The state of @v, which a function with contract @c has returned or, when
	 * @out, set through a parameter.
	 */
	virtual unsigned int born(machine &m, const contract &c, const value &v, bool out)
	{
		return 0;
	}

	/* @o.expr, which is NULL on this path, was taken from an owner and is used. */
	virtual void empty_used(machine &m, const occasion &o) { }

	/*
	 * @use reads @name, which was not set on this path.  @likely: a loop or a switch
	 * that would have set it did not get there, for all that is known.
	 */
	virtual void unset_used(machine &m, tree name, const gimple *use, bool likely) { }

	/* The state of a parameter with contract @p in the function itself. */
	virtual unsigned int entered(machine &m, const value &v, const param_contract &p)
	{
		return 0;
	}

	/* What is known where paths in two states become one. */
	virtual unsigned int join(unsigned int a, unsigned int b) const = 0;

	/*
	 * Before and after each call, on each path, if the rule asks for it with
	 * @watches_calls.  @c is what is known of the called function, if anything.
	 */
	virtual void calls(machine &m, const gcall *call, const contract *c) { }
	virtual void called(machine &m, const gcall *call, const contract *c) { }
	bool watches_calls = false;

	/*
	 * Calls that end in two ways, which the returned value tells apart: a trylock.
	 * Return: whether that is so; then @success is what one of them returns.
	 */
	virtual bool splits(machine &m, const gcall *call, const contract *c, range *success)
	{
		return false;
	}

	/*
	 * A called function, which has a body, does to the caller's @v what the rule
	 * described by @event, with machine::add_event(); @maybe on some of its paths.
	 */
	virtual void happened(machine &m, const value &v, unsigned int event, bool maybe,
			      const path_event *inside) { }

	/* What @st, or an event of add_event(), is called in what infer.cc writes, or NULL. */
	virtual const char *state_word(unsigned int st) const { return NULL; }
	virtual const char *event_word(unsigned int event) const { return NULL; }

	/* Whether state @st is kept of a symbol that nothing points to any more. */
	virtual bool keeps(unsigned int st) const { return false; }

	/* Memory is read or written as @ref says; asked for with @watches_memory. */
	virtual void touches(machine &m, tree ref, bool write) { }
	bool watches_memory = false;

	/* Before and after all paths through a function are followed. */
	virtual void begin(machine &m) { }
	virtual void end(machine &m) { }

	/* At the end of each path through a function. */
	virtual void leave(machine &m, const value &returned) { }

	/* Each struct, union and enum that is defined. */
	virtual void defined(tree type) { }

	/* Whether @fn is worth following, whatever it calls. */
	virtual bool wants_body(function *fn) const { return false; }

	/* Each function of the file itself as it was parsed, with its scopes and jumps. */
	virtual void parsed(tree fndecl) { }
	/* The same once all have been read, in SSA form, whatever it does. */
	virtual void look_at(function *fn) { }
	/* When all functions have been looked at and followed. */
	virtual void finish() { }

	/* A function that calls one with contract @c is worth following. */
	virtual bool wants(const contract &c) const = 0;
	/* The same of a call that has no contract, or another reason to look. */
	virtual bool wants_call(const gcall *call) const { return false; }
};

/* A rule that gives no states: it looks at the code of a file as it stands. */
class stateless_rule : public rule {
public:
	using rule::rule;

	unsigned int on(machine &, unsigned int st, const occasion &) override { return st; }
	unsigned int join(unsigned int a, unsigned int) const override { return a; }
	bool wants(const contract &) const override { return false; }
};

/* All rules that the options enable. */
const std::vector<rule *> &rules();
/* The names of all there are, in alphabetical order. */
std::vector<std::string> rule_names();

/* In each rule's file: static rule_entry entry(new my_rule); */
struct rule_entry {
	explicit rule_entry(rule *r);
};

} /* namespace safe */

#endif /* SAFE_ENGINE_RULE_H */
