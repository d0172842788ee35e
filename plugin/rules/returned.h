/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "result": what a function returns, and from where.
 */
#ifndef SAFE_RULES_RETURNED_H
#define SAFE_RULES_RETURNED_H

#include "../gcc-compat.h"

namespace safe {

/* The different values that a function returns, each with its place. */
class returned_values {
public:
	explicit returned_values(function *fn);

	struct one {
		tree value;		/* a constant, or a name that is no copy */
		location_t where;
		basic_block from;	/* where it was decided */
		bool tested;		/* on its way to the return: it may not arrive */

		bool is_constant() const
		{
			return TREE_CODE(value) == INTEGER_CST && tree_fits_shwi_p(value);
		}
		int64_t constant() const { return tree_to_shwi(value); }
		bool is_errno() const
		{
			return is_constant() && constant() < 0 && constant() >= -4095;
		}
	};
	std::vector<one> all;

	bool has_errno() const
	{
		return std::any_of(all.begin(), all.end(),
				   [](const one &v) { return v.is_errno(); });
	}

private:
	void follow(tree op, location_t where, basic_block from, bool tested);

	std::unordered_set<tree> seen;
};

/* Whether @fn returns a negative errno somewhere. */
inline bool returns_errno(function *fn)
{
	return returned_values(fn).has_errno();
}

/*
 * Whether @fndecl returns an int that is a negative errno when it fails: its body says
 * so, or passes on what a function elsewhere returned.
 */
bool may_fail(tree fndecl);

/* Whether @fn ignores the error of @call, and says that all went well. */
bool is_ignored(function *fn, gcall *call, const returned_values &returned);	/* ignored.cc */

/* Each reports what its file says. */
void find_positive_errno(function *fn);		/* errno_sign.cc */
void find_ignored_results(function *fn);	/* ignored.cc */
void find_wrong_returns(function *fn);		/* convention.cc */
void find_unread_errors(function *fn, const returned_values &returned);	/* unread.cc */

} /* namespace safe */

#endif /* SAFE_RULES_RETURNED_H */
