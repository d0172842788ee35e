/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The attributes behind include/safe/annotations.h.
 */
#ifndef SAFE_ATTRIBUTES_H
#define SAFE_ATTRIBUTES_H

#include "gcc-compat.h"

namespace safe {

struct contract;

void register_attributes(const char *plugin);

/*
 * Reads the attributes of @fntype into @c.  Return: whether there are any.
 */
bool read_attributes(tree fntype, contract *c);

/* Whether an attribute names @function as a releaser. */
bool attribute_releaser(const char *function);

} /* namespace safe */

#endif /* SAFE_ATTRIBUTES_H */
