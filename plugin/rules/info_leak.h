/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "user": bytes that were never set and go to user space.
 */
#ifndef SAFE_RULES_INFO_LEAK_H
#define SAFE_RULES_INFO_LEAK_H

#include "../gcc-compat.h"

namespace safe {

/* Reports structs on the stack of @fn that are sent away with bytes never set. */
void find_info_leak(function *fn);

} /* namespace safe */

#endif /* SAFE_RULES_INFO_LEAK_H */
