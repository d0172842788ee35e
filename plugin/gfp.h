/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the gfp flags of an allocation say.
 */
#ifndef SAFE_GFP_H
#define SAFE_GFP_H

#include "gcc-compat.h"

namespace safe {

/* Whether an argument of @call has __GFP_NOFAIL: it returns no NULL. */
bool cannot_fail(const gcall *call);

/* Which parameter of a function of type @fntype has gfp flags; -1: none. */
int gfp_parameter(const_tree fntype);
/* Whether an allocation with these flags may sleep. */
bool gfp_blocks(int64_t flags);

void register_gfp(const char *plugin);

} /* namespace safe */

#endif /* SAFE_GFP_H */
