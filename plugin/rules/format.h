/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a format or a source string may grow to.
 */
#ifndef SAFE_RULES_FORMAT_H
#define SAFE_RULES_FORMAT_H

#include "code.h"

namespace safe::code {

/*
 * The argument of @call, a sprintf(), strcpy() or strcat(), that is a string of which
 * nothing says how long it is.  NULL: none.
 */
tree unbounded_string(const gcall *call);

} /* namespace safe::code */

#endif /* SAFE_RULES_FORMAT_H */
