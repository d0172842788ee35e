/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "init": structs of which not every member is set.
 */
#ifndef SAFE_RULES_PARTLY_INIT_H
#define SAFE_RULES_PARTLY_INIT_H

#include "../gcc-compat.h"

namespace safe {

/* Reports structs on the stack of @fn that are given away with members never set. */
void find_partly_init(function *fn);

} /* namespace safe */

#endif /* SAFE_RULES_PARTLY_INIT_H */
