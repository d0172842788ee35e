/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The pass that checks every function of the compilation.
 */
#ifndef SAFE_CHECK_H
#define SAFE_CHECK_H

namespace safe {

void register_check(const char *plugin);

} /* namespace safe */

#endif /* SAFE_CHECK_H */
