/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a function does with a struct of its own: which bytes it writes, and to whom
 * it gives the struct.  No path is followed: what is written anywhere counts.
 */
#ifndef SAFE_RULES_FILL_H
#define SAFE_RULES_FILL_H

#include "code.h"

namespace safe::code {

struct bytes {
	int64_t from, to;	/* up to, but not including @to */
};

/* One use of a struct by somebody else. */
struct struct_use {
	enum kind {
		PASSED,		/* its address to a function that may write it, too */
		LENT,		/* ... that only reads it */
		COPIED,		/* all of it to other memory, or by value */
		SENT,		/* its bytes to user space, or out of the machine */
		STORED,		/* its address to memory */
	} kind;
	const gimple *stmt;
	bytes what;
	unsigned int param;	/* of calls */
};

struct filled {
	tree variable;
	std::vector<bytes> written;	/* by this function */
	std::vector<bytes> strings;	/* written up to the end of a string */
	std::vector<bytes> read;
	std::vector<bytes> lent;	/* members whose address went to others */
	std::vector<struct_use> uses;
	std::vector<const gimple *> stores;	/* to single members */
	std::vector<const gimple *> whole;	/* where all of it is set */
	bool given_up = false;
	bool declared = false;		/* has no value at first */
	/* A copy from user space of as many bytes as a variable says. */
	const gimple *partial_copy = NULL;

	/* Whether all of it may have been set before @stmt. */
	bool is_set_before(function *fn, const gimple *stmt) const;
	bool is_written(int64_t from, int64_t to) const;
	/* The members that nobody sets, of those in @within; and whether there is padding. */
	std::vector<tree> unset(const bytes &within) const;
	bool has_padding(const bytes &within) const;
};

/* The structs on the stack of @fn. */
const std::vector<filled> &filled_structs(function *fn);

/* What the body of a function does with what an argument points to. */
struct argument_use {
	bool known = true;	/* all of it is in sight */
	bool written = false;
	bool selects = false;	/* a member says which others are read */
	std::vector<bytes> read;
};
const argument_use &use_of_argument(tree fndecl, unsigned int i);

} /* namespace safe::code */

#endif /* SAFE_RULES_FILL_H */
