/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How large a number can be where it is used: by how it was computed, and by the tests
 * that the code has passed to get there.
 */
#ifndef SAFE_RULES_LIMITS_H
#define SAFE_RULES_LIMITS_H

#include "code.h"

namespace safe::code {

/* One comparison of the function, wherever it stands. */
struct comparison {
	tree_code code;
	tree x, y;
	const gimple *stmt;
};

/* The most that a number can be. */
struct limit {
	int64_t most = INT64_MAX;
	const gimple *test = NULL;	/* that says so; NULL: it is computed like that */
	/* Compared with what is no constant: nobody knows, but the author. */
	bool other = false;
	/* What it is not. */
	int64_t excluded = -1;

	bool known() const { return most != INT64_MAX; }
};

class limits {
public:
	explicit limits(function *fn) : fn(fn) { }
	~limits();
	limits(const limits &) = delete;

	/* Of @op, where @stmt is executed. */
	limit at(tree op, const gimple *stmt);
	/* Whether @a and @b are the same number, as far as one can see. */
	bool same(tree a, tree b) const;
	/* Whether @op is compared with anything, anywhere, but "== 0". */
	bool is_compared(tree op);
	const std::vector<comparison> &comparisons();

private:
	void narrow(tree op, const comparison &c, bool truth, limit *l);
	bool asks_helper(tree op, const gcall *call) const;
	void hold(tree condition, bool truth, tree op, limit *l, int depth);
	limit chosen(tree op, edge e);
	limit computed(tree op, int depth);

	function *fn;
	bool dominators = false, collected = false;
	std::vector<comparison> all;
};

} /* namespace safe::code */

#endif /* SAFE_RULES_LIMITS_H */
