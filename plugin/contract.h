/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a function promises: what it does with each argument, and what its
 * return value is.  Comes from annotations (attributes.cc) or, for functions
 * of the kernel, from facts (facts.cc); the checker does not care which.
 */
#ifndef SAFE_CONTRACT_H
#define SAFE_CONTRACT_H

#include "gcc-compat.h"
#include "context_words.h"

namespace safe {

/* A condition on the return value: "ret == 0" and so on. */
enum ret_condition { RET_EQ_0, RET_NE_0, RET_GE_0, RET_LT_0, RET_GT_0, RET_LE_0 };

struct param_contract {
	enum passing {
		UNKNOWN,	/* may be kept, may be released */
		TAKES,		/* belongs to the callee from now on */
		TAKES_IF,	/* ... when the return value says so */
		KEEPS_IF,	/* kept when the return value says so, and free to use */
		PUTS,		/* one reference of it is dropped */
		BORROWED,	/* not kept beyond the call */
		COUNTER,	/* counts who uses the object that contains it */
	} passing = UNKNOWN;
	ret_condition condition = RET_EQ_0;	/* of TAKES_IF, KEEPS_IF */
	bool or_frees = false;	/* of KEEPS_IF: when it is not kept, it is released */
	bool deref = false;	/* must point to an object: not NULL, no error */
	bool no_error = false;	/* may be NULL, but no error pointer */
	bool error_only = false;	/* must be an error pointer */
	bool may_be_error = false;	/* an error pointer, or NULL, is passed over */
	bool out_owned = false;	/* the caller owns what *param is set to */
	bool returned = false;	/* what the function returns is this argument */
	/*
	 * A count or state of what the argument points to or, being a number, stands for:
	 * the callee raises it (@raised_if: only when the return value says so), and one
	 * call of one of @lowered_by has to follow.  There the parameter is LOWERS, TAKES
	 * or PUTS; one call may lower what several have raised.
	 */
	bool raises = false, raises_if = false, lowers = false;
	ret_condition raised_if = RET_EQ_0;
	std::vector<std::string> lowered_by;
	bool manages = false;	/* from now on all that is raised is lowered by itself */
	runs_in role = RUNS_ANYWHERE;	/* of a function that is passed */

	bool empty() const
	{
		return passing == UNKNOWN && !deref && !no_error && !error_only && !may_be_error &&
		       !out_owned && !changes_state() && !returned && role == RUNS_ANYWHERE;
	}

	bool changes_state() const { return raises || lowers || manages; }
};

struct contract {
	enum returned { PLAIN, OWNED, BORROWED };
	enum failure { NEVER_SAID, IS_NULL, IS_ERR, IS_ERR_OR_NULL };

	std::string name;		/* empty for a function type */
	std::vector<param_contract> params;
	bool variadic = false;
	enum returned ret = PLAIN;
	enum failure fail = NEVER_SAID;
	/* Functions that may release what is returned; the first is proposed. */
	std::vector<std::string> releasers;
	/* It returns a number >= 0 that stands for something, until one of these is called. */
	std::vector<std::string> id_releasers;
	bool none = false;	/* of IS_NULL: that there is none is no failure */
	bool zeroed = false;	/* what is returned points to memory that is all 0 */
	bool must_look = false;	/* the number returned says whether it worked */
	context_words context;		/* where it may be called, and what it does to that */

	const param_contract &param(unsigned int i) const
	{
		static const param_contract none;

		return i < params.size() ? params[i] : none;
	}

	bool released_by(const char *function) const
	{
		return std::find(releasers.begin(), releasers.end(), function) !=
		       releasers.end();
	}

	/* Whether there is more to it than "nothing is known". */
	bool says_something() const;

	/*
	 * Whether there is more to it than demands on arguments: if not, the
	 * body of the function, where there is one, says what it does.
	 */
	bool describes_outcome() const;
};

/* "ret == 0" -> RET_EQ_0.  Return: false when @text is no condition. */
bool parse_ret_condition(const char *text, ret_condition *condition);
/* RET_EQ_0 -> "==0" */
const char *text_of(ret_condition condition);

/*
 * The contract of the function that @call calls, by the called function's
 * declaration or, through a pointer, by the pointer's type.  NULL: none.
 */
const contract *contract_of_call(const gcall *call);

/* The contract of @fndecl itself.  NULL: none. */
const contract *contract_of_function(tree fndecl);

/*
 * The contract that the body of @fndecl is held to.  NULL: none, or what the body shows
 * is wanted as it is (infer.h).
 */
const contract *contract_of_body(tree fndecl);

/* The fact about a function of this name and type; NULL: none. */
const contract *fact_about(tree fndecl);

/* Whether some contract names @function as what releases its objects. */
bool is_releaser(const char *function);

} /* namespace safe */

#endif /* SAFE_CONTRACT_H */
