/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What GCC's tree knows of each statement: the variables it uses, the functions
 * it calls, whether it reads or writes memory.
 */
#ifndef SAFE_SITES_FACTS_H
#define SAFE_SITES_FACTS_H

#include "sites/code.h"

namespace safe::sites {

struct use {
	enum kind { READ, WRITE, ADDRESS } kind;
	stmt *where;
};

/* A variable of the function, or a parameter. */
struct variable {
	tree decl;
	std::string name;
	stmt *declared = NULL;	/* NULL: a parameter, or declared by a macro */
	int token = -1;		/* its name in the declaration */
	bool unique = true;	/* no other variable of the function has the name */
	std::vector<use> uses;

	bool address_taken() const;
	bool has_initial() const
	{
		return VAR_P(decl) && DECL_INITIAL(decl) != NULL_TREE;
	}
};

struct call {
	tree expr;
	tree decl;		/* NULL for a call through a pointer */
	std::string name;
};

struct statement_facts {
	std::vector<call> calls;
	std::vector<std::pair<variable *, tree>> stores;	/* v = tree */
	bool reads = false;	/* memory that others can write */
	bool writes = false;
	bool leaves = false;	/* a macro in it returns, or jumps elsewhere */
	bool lost = false;	/* ... and where to is not known */
	bool loops = false;	/* a macro in it is a loop */
	tree condition = NULL_TREE;	/* of an IF */
	tree value = NULL_TREE;		/* of a RETURN */
};

class facts {
public:
	void collect(tree fndecl, code &c);

	const statement_facts &of(const stmt *s) const { return by_stmt[s->id]; }
	variable *find(const std::string &name);

	/* Only computes with the function's own variables and constants. */
	bool local(const stmt *s) const;

	/* The variable that the whole statement "v = ...;" sets, or NULL. */
	variable *assigned(const stmt *s, tree *value = NULL);

	std::map<tree, variable> variables;

private:
	void walk(tree t, stmt *at, enum use::kind kind);
	void walk_list(tree list, stmt *at, enum use::kind kind);
	void walk_call(tree t, stmt *at);
	void walk_store(tree to, tree value, stmt *at);
	void walk_decl(tree var, stmt *at);
	void walk_asm(tree t, stmt *at);
	void jump(tree label, stmt *at);
	void note_use(tree var, stmt *at, enum use::kind kind);
	void name_variables(tree fndecl);
	stmt *place(location_t loc, stmt *otherwise) const;

	code *c = NULL;
	std::vector<statement_facts> by_stmt;
};

/* Without conversions and parentheses. */
tree strip(tree t);

} /* namespace safe::sites */

#endif /* SAFE_SITES_FACTS_H */
