/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "init": locks and the like that are used before they are initialised.
 */
#ifndef SAFE_RULES_INIT_ORDER_H
#define SAFE_RULES_INIT_ORDER_H

#include "../gcc-compat.h"

namespace safe {

/* Looks at one function: what it registers, and what it initialises after that. */
void find_late_init(function *fn);
/* After all functions: locks in structs of this file that nobody initialises. */
void find_no_init();

} /* namespace safe */

#endif /* SAFE_RULES_INIT_ORDER_H */
