/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Owners: the structs that DEFINE_SAFE_OWN() of include/safe/own.h makes, and the
 * results that hold one.  A function that takes or returns one needs no
 * annotation: its type says who owns.
 */
#ifndef SAFE_OWNER_H
#define SAFE_OWNER_H

#include "gcc-compat.h"

namespace safe {

struct contract;

struct owner {
	int64_t offset;		/* of the pointer, in bits */
	tree field;		/* the pointer */
	std::string releaser;	/* the function that frees it, "" if it is not known */
	bool may_fail;		/* holds an error pointer otherwise */
};

/* Return: whether @type is an owner, and nothing but one. */
bool find_owner(tree type, owner *o);

/* What a function promises that returns an owner; NULL: @call does not. */
const contract *contract_of_owner(const gcall *call);

} /* namespace safe */

#endif /* SAFE_OWNER_H */
