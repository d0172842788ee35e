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

void register_gfp(const char *plugin);

} /* namespace safe */

#endif /* SAFE_GFP_H */
