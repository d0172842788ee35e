/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How a function leaves once its releases are gone: a goto to a label that only
 * returns becomes that return, "ret = x; goto out;" becomes "return x;", and
 * labels and variables that nothing needs any more go.
 */
#ifndef SAFE_SITES_EXITS_H
#define SAFE_SITES_EXITS_H

#include "sites/plan.h"

namespace safe::sites {

class exits {
public:
	exits(const plan &p);

	/* Whether the statement is a goto that becomes a return or continue. */
	bool becomes_return(const stmt *s) const;

	/* Whether such a jump goes to a release of @r. */
	bool releases_behind(const stmt *jump, const resource &r) const;

	/* Whether anything leads to the statement when all such jumps return. */
	bool reachable(const stmt *s) const;

	/* Whether nothing jumps to the label any more. */
	bool goes(const stmt *label) const;

	/* Whether nothing is left between the label and the end of its block. */
	bool stands_last(const stmt *label) const;

	/* Adds the edits and declarations to @p. */
	void edit(plan &p);

private:
	/* What is behind a label, once the releases are gone. */
	struct tail {
		const stmt *ret = NULL;		/* a return */
		const stmt *loop = NULL;	/* the next turn of a loop */
		bool end = false;		/* the end of a void function */
		bool known() const { return ret || loop || end; }
	};

	/* Which assignments to one variable reach a statement. */
	struct definitions {
		std::vector<const stmt *> by_bit;	/* bit 0: none of them */
		std::vector<unsigned> in;
	};

	tail look_behind(const stmt *label) const;
	bool repeatable(const stmt *ret) const;
	bool continues(const stmt *jump, const stmt *loop) const;
	variable *followed(int i) const;
	variable *returned(const stmt *ret) const;
	bool merges(const stmt *set, const stmt *leave, const stmt *ret) const;
	const definitions &definitions_of(variable *v);
	std::string constant_of(variable *v, const stmt *set) const;
	std::string constant_at(variable *v, const stmt *at);
	std::string value_at(const stmt *ret, const stmt *at);
	const stmt *left_before(const stmt *s, bool *gap) const;

	bool says_nothing(const stmt *s) const;
	void edit_goto(const stmt *s);
	void edit_return(const stmt *s);
	void edit_dead_stores();
	void edit_unused();
	bool read_behind(variable *v, const stmt *set, bool now) const;
	bool needed_in_block(const stmt *s) const;
	void remove(const stmt *s);
	void note(const char *op, const stmt *s, const std::string &text);

	const plan &p;
	const code &c;
	facts &f;
	std::map<const stmt *, tail> tails;
	bool active = false;	/* some resource lasts to the end of its block */

	plan *out = NULL;
	std::vector<unsigned> reached;			/* by node: 0 is never */
	std::set<const stmt *> gone;			/* statements */
	std::vector<std::pair<int, int>> gone_text;	/* tokens */
	std::map<const stmt *, std::string> now_returns; /* by goto or return */
	std::map<variable *, definitions> reaching;
	std::set<variable *> touched;
};

} /* namespace safe::sites */

#endif /* SAFE_SITES_EXITS_H */
