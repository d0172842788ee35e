/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "result": error codes with the wrong sign.
 */
#ifndef SAFE_RULES_ERRNO_SIGN_H
#define SAFE_RULES_ERRNO_SIGN_H

#include "../gcc-compat.h"

namespace safe {

/* Whether @fn returns a negative errno somewhere. */
bool returns_errno(function *fn);

/* Reports "return EINVAL;" in a function that returns -EINVAL elsewhere. */
void find_positive_errno(function *fn);

} /* namespace safe */

#endif /* SAFE_RULES_ERRNO_SIGN_H */
