/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The machine: executes one function on states instead of memory.
 *
 * walk.cc follows the paths, join.cc brings them together, exec.cc executes
 * statements, memory.cc loads and stores, compare.cc tests, call.cc calls,
 * promise.cc calls what has a contract and apply.cc what has a summary, sweep.cc
 * finds what nothing points to any more, report.cc speaks to the user and oblige.cc
 * to other files.
 */
#ifndef SAFE_ENGINE_MACHINE_H
#define SAFE_ENGINE_MACHINE_H

#include "../diagnostics.h"
#include "flow.h"
#include "rule.h"
#include "state.h"
#include "summary.h"

namespace safe {

typedef std::vector<state> state_list;

/* Whether what a call of @c does depends on what it returns; then on @success. */
bool is_conditional(const contract &c, range *success);
/* What a call that returns @success when it succeeds returns otherwise. */
range failure_range(const range &success, const_tree type);

/* How much a use of a value that is not set is worth. */
enum certainty { NO_MISTAKE, LIKELY, SURE };

/* Where a reference to memory leads. */
struct place {
	value base;		/* a pointer; its distance is in bits here */
	int64_t size;		/* in bits; 0: unknown */
	tree type;
	tree field;		/* the innermost member, or NULL */
	tree pointer;		/* what was dereferenced, or NULL */
};

class machine {
public:
	/* @depth: how many functions wait for the summary of this one. */
	machine(function *fn, unsigned int depth);

	/* Follows all paths.  Return: false when the budget ran out. */
	bool run();
	/* The ways in which a call of the function can end; once, after run(). */
	state_list outcomes();
	symbol_table &table() { return symbols; }

	/* ---- for rules ---- */
	tree fndecl() const { return fn.fn->decl; }
	const symbol &info(sym_id s) const { return symbols[s]; }
	range range_of(const value &v) const;
	const state &now() const { return *st; }
	/* How many functions wait for the summary of this one. */
	unsigned int waiting() const { return depth; }
	/*
	 * "if (PTR_ERR(p) == -EAGAIN)" and "ret = PTR_ERR(p); if (IS_ERR(p))": whether
	 * the value of @pointer that is taken now is looked at before it is used.
	 */
	bool is_asked(tree pointer) const;
	bool is_private(sym_id s) const;
	const path_event *since(sym_id s, const rule &r) const;
	/* The state that @r gives @s, and gives it from now on. */
	unsigned int state_of(sym_id s, const rule &r) const;
	void set_state(sym_id s, const rule &r, unsigned int state);
	/* The value of an operand of the statement that is executed. */
	value value_of(tree op) { return eval(op); }
	/* The same for rule::on(), in the middle of a statement: if it has one already. */
	value known_value_of(tree op) { return peek(op); }
	/*
	 * A symbol for the address that @v is: of &p->lock one of its own, for rules that
	 * follow what stands at that place in p.  No symbol where the place is unknown.
	 */
	value part(const value &v);
	/* The same, but of the start of p also one of its own: not p itself. */
	value spot(const value &v);
	/* Where @s, which spot() has made, is. */
	value spotted(sym_id s) const;
	/* Where the memory that @ref names is; no symbol where that is unknown. */
	value address(tree ref);
	/* What stands at @where, if it is known or can get a name. */
	value read(const value &where, tree type, tree field);
	value variable(tree decl) { return address_of(decl); }
	/* What the parameter @parm, number @i, was when the function began. */
	value parameter(tree parm, unsigned int i);
	/* The path goes on only with @v in @r.  Return: false when it does not. */
	bool narrow(const value &v, const range &r) { return refine(v, r); }
	/* Makes part of the summary that @event of @r happens to @v. */
	void add_event(const rule &r, const value &v, unsigned int event,
		       const path_event *inside);
	/*
	 * A symbol for what @call did, for rules that follow what is done and undone.  It
	 * has its state to the end of the path.
	 */
	sym_id deed(const gcall *call);
	/* Gives the path itself a state of @r, as if it were a symbol. */
	void set_path_state(const rule &r, unsigned int state) { set_state(0, r, state); }
	/* Whether @v is the address of a variable that is released by itself. */
	bool is_cleanup_variable(const value &v) const;
	/* The variable whose cleanup the statement that is executed calls, or NULL. */
	tree cleaned_variable() const;
	/* What stands at the start of the local variable @decl, as far as it is known. */
	value content_of(tree decl);

	/* What findings about a variable that has no value are about. */
	value unset(tree variable);

	/* The user's name for @expr or @v; "" when there is none. */
	std::string describe(tree expr) const;
	std::string describe(const value &v, unsigned int depth = 0) const;
	/* Adds to the path what happened to @about. */
	void mark(location_t where, sym_id about, enum path_event::kind kind,
		  const std::string &text, const path_event *inside = NULL,
		  const std::string &passings = "");
	/* Where the program is, even in code that the compiler made. */
	location_t here() const;
	void report(const char *id, location_t where, const value &what,
		    const std::string &text, bool likely = false);
	/* The finding that report() would add; for rules that decide at the end. */
	finding find(const char *id, location_t where, const value &what,
		     const std::string &text, bool likely = false) const;
	/* Whether not all paths were followed: there are too many. */
	bool gave_up() const;
	/* Whether findings in this function are said: it is in the file itself. */
	bool reports() const { return reporting; }
	const gimple *statement() const { return at; }
	/* What stands in the global variable @decl, from now on, as far as is seen. */
	void set_global(tree decl, int64_t content);

	/* ---- for "safe link" (link/link.h) ---- */
	/* The arguments of the call at hand that are @s, as words "F#0"; "": unknown. */
	std::string passings(sym_id s);
	/* The same of all calls that it was passed to since it was made. */
	std::string passed_to(sym_id s) const;
	/* Reports what is true if @conditions are, which other files know. */
	void oblige(const char *id, location_t where, const value &what,
		    const std::string &text, const std::string &conditions,
		    bool likely = false);
	/* Whether that was not said before: texts are made only then. */
	bool first_time(const char *id, const value &what, const std::string &conditions);

private:
	friend class outcome_application;

	/* walk.cc */
	void enter(state &s);
	void enter_owner(tree parm);
	void run_block(basic_block bb, state_list &states);
	void settle(basic_block bb, state_list &states);
	bool is_choice(const value &condition, bool truth, value *a, value *b) const;
	void branch(basic_block bb, const gcond *cond, state &s);
	void skip_loop(basic_block header, edge out);
	void choose(basic_block bb, const gswitch *sw, state &s);
	void follow_all(basic_block bb, const state &s);
	void follow(edge e, state s);
	void phis(edge e);
	value widen(edge e, tree result, tree arg, const value &v);
	void arrive(basic_block bb, state &&s);

	/* join.cc */
	void join_into(basic_block bb, state &to, const state &from);
	value join_values(const value &a, const value &b, state &to, const state &from,
			  tree node, basic_block bb);
	bool is_as_found(const cell &c) const;

	/* exec.cc */
	void exec(gimple *stmt, state_list &states);
	void exec_assign(const gassign *stmt);
	void exec_aggregate(tree lhs, tree rhs);
	void exec_asm(const gasm *stmt);
	void exec_return(const greturn *stmt);
	value binary(const gassign *stmt);
	value unary(const gassign *stmt);
	value eval(tree op);
	value peek(tree op);
	value fresh(tree name);
	/* @result: the SSA name that it is assigned to, if it is known. */
	value convert(const value &v, tree from, tree to, tree result = NULL_TREE);
	value computed(tree_code code, tree type, tree node, const value &x,
		       const value &y, bool repeated);
	value expression(tree_code code, tree type, const value &x, const value &y,
			 bool repeated);
	void tampered(const value &v, tree type);
	void assign(tree lhs, const value &v);
	void fire(const occasion &o);
	bool of_caller(const symbol &s, action act) const;
	bool reaches_caller(sym_id s) const;
	void note_effect(const occasion &o);
	void note_place();
	void note_unset(gimple *stmt);
	certainty certainty_of(const value &v, const gimple *stmt);
	void note_exit(edge e);
	value unset_among_set(const value &v, basic_block bb);
	void note_no_case(basic_block dest);

	/* memory.cc */
	value address_of(tree decl);
	bool is_local(sym_id s) const;
	bool matters(const value &v) const;
	bool locate(tree ref, place *p);
	void note_deref(const place &p);
	value load(tree ref, tree into);
	value load_at(const place &p, tree into);
	value fill_cell(cell c, sym_id content);
	void store(tree ref, const value &v, tree expr);
	void store_at(const place &p, const value &v, tree expr);
	/* Return: false when there are too many to follow. */
	bool name_members(const place &whole);
	void copy_aggregate(const place &to, const place &from);
	void note_holder(const cell &c);
	void clobber(tree variable);
	void forget_cells(sym_id base, int64_t offset, int64_t size, bool keep_objects);
	void forget_exposed(sym_id base, bool keep_objects);
	void note_touch(tree ref, bool write);
	void forget_aliases(const place &p);
	void note_change(sym_id base);
	void reach(const value &v, std::vector<sym_id> *seen);
	void escape(const value &v);
	void escape_contents(sym_id base);
	void publish(const value &v, tree expr);

	/* compare.cc */
	value compare(tree_code code, tree type, const value &x, const value &y,
		      tree operand_type, bool repeated);
	bool refine(const value &v, const range &r);
	bool refine_other(const symbol &e, const range &r);
	bool refine_expression(const symbol &e, const range &r);
	bool refine_comparison(const symbol &e, bool truth);
	bool assume(const value &condition, bool truth);
	void notice_test(tree_code code, const value &x, const value &y, tree type,
			 tree expr);

	/* call.cc */
	void exec_call(gcall *call, state_list &states);
	void expect_lock(const gcall *call, state_list &states);
	void carry_out(gcall *call, const contract *c, state_list &states);
	void watch(const gcall *call, const contract *c, state_list &states, bool done);
	void split(const gcall *call, const contract *c, state_list &states);
	void declare(tree name);
	bool call_builtin(gcall *call);
	value answer(tree fndecl, const value &x, const value &y);
	value answer_of(gcall *call);
	void call_unknown(gcall *call);
	bool call_in_its_place(gcall *call, const range &otherwise, state &s);
	void set_owner(gcall *call, place p);
	bool is_pointer(const value &v, tree expr) const;
	void pass(const value &v, action act, tree expr, const contract *c,
		  unsigned int param);
	void gone(const value &v);
	void owner_gone(sym_id owner);
	void expose(const value &v);
	void expose_contents(sym_id base);
	void disturb();
	void forget_holders(sym_id object);
	void note_clobber(sym_id s);
	void note_copy(sym_id s);

	/* promise.cc */
	void call_contract(gcall *call, const contract &c, bool success);
	void call_both(gcall *call, const contract &c, const range &success,
		       state_list *failures);
	void demand(gcall *call, const contract &c);
	void lend(const value &v, tree arg, const contract &c, unsigned int i,
		  bool success);
	void give(const value &v, tree expr, const contract &c, unsigned int param);
	value handed_on(gcall *call, const contract *c, const value &otherwise);
	value handed_back(gcall *call, const contract &c, symbol &s, bool out);
	value returned_by(gcall *call, const contract &c);
	void set_out(gcall *call, const contract &c, unsigned int i);
	sym_id lender(gcall *call, const contract &c);

	/* apply.cc */
	bool call_summary(gcall *call, state_list &states);
	value aggregate_argument(gcall *call, tree fndecl, tree parm);
	tree argument_for(gcall *call, const value &v);

	/* sweep.cc */
	void sweep(location_t where, bool tell = true);
	bool forgettable(const cell &c) const;
	void renew(sym_id s);

	/* report.cc */
	std::vector<finding_note> notes(sym_id subject) const;
	std::string in_call(const gcall *call) const;
	bool is_result(const gimple *stmt, const value &v) const;

	/* summary.cc */
	void strip(state &s);
	void tell_errors(state &s, bool succeeds, bool fails);

	flow fn;
	symbol_table symbols;
	std::vector<state_list> pending, done;	/* per block, in order */
	std::set<int> todo;			/* blocks with pending states */
	state_list exit_states;
	std::map<sym_id, const gcall *> asked_at;	/* answers: who asked first */
	std::map<sym_id, std::string> holders;	/* what objects were called at last */
	state *st = NULL;			/* being executed */
	const gimple *at = NULL;		/* statement being executed */
	std::set<std::string> obliged;
	bool dead = false;			/* the path cannot go on */
	bool reporting;
	bool summarised;			/* somebody here calls it */
	unsigned int depth;
	unsigned int steps = 0;
};

} /* namespace safe */

#endif /* SAFE_ENGINE_MACHINE_H */
