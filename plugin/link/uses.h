/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a function does with a pointer, whatever the path: for what other files need
 * to know of it.  Follows the uses of one SSA name; costs what there are of them.
 */
#ifndef SAFE_LINK_USES_H
#define SAFE_LINK_USES_H

#include "../body.h"
#include "../engine/value.h"

namespace safe {

/* One thing that is done with a pointer. */
struct pointer_use {
	enum kind : uint8_t {
		DEREF,		/* what it points to is read or written */
		KEPT,		/* it goes where this does not follow it */
		RETURNED,
		RELEASED,	/* by @to, whose contract says so */
		COUNTED,	/* a reference of it is dropped by @to */
		PASSED,		/* to the function @to, of which this file knows nothing */
		TEST_NULL,	/* compared with NULL */
		TEST_ERR,	/* looked at with IS_ERR() and the like */
		ASKED,		/* passed to a function that answers something */
	} kind;
	gimple *stmt;
	basic_block bb;
	location_t where;
	bool sure;		/* where it is done, it is this pointer and no other */
	bool readonly = false;	/* passed as a pointer to what is const */
	int64_t distance = 0;	/* in bytes from the pointer */
	std::string to;
	unsigned int param = 0;
};

std::vector<pointer_use> uses_of(tree name);

/*
 * Whether each path through @fn on which @name is an object goes through one of @blocks;
 * no @name: each path.
 */
bool is_on_every_path(function *fn, tree name, const std::set<basic_block> &blocks);

/* What the user calls it; "": nothing. */
std::string text_of_pointer(tree name);

/* The same of one of a function's arguments, as a whole. */
struct argument_use {
	enum pointer_use::kind kind;
	int64_t distance;
	std::string to;
	unsigned int param;
	bool always;		/* on every path on which there is an object */
};

struct argument_summary {
	bool kept = false, returned = false, tested = false;
	bool deref = false;	/* on every path, and it is not tested */
	std::vector<argument_use> given;	/* released, counted, passed */
};

/* NULL: nothing is known of it. */
const argument_summary *summary_of_argument(tree fndecl, unsigned int i);

/*
 * What a function is called in other files: "~name" if it is private to this one,
 * "struct.member" for a call through a member; "" if it has no such name.
 */
std::string link_name(tree fndecl);
/* The function of a header that link_name() has named "~...", or NULL. */
tree header_function(const std::string &name);
std::string link_name_of_member(tree field);
std::string link_name_of_call(const gcall *call);

/*
 * The function of another file whose result @name is, if that goes nowhere but to the
 * caller; or "".
 */
std::string whose_result(tree name);

/* Whether @name is @of, or a copy of it. */
bool is_copy(tree name, tree of);

} /* namespace safe */

#endif /* SAFE_LINK_USES_H */
