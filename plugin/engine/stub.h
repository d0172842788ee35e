/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Functions that a header has in place of those that the configuration leaves out:
 *
 *	static inline bool foo_ready(void) { return false; }
 *
 * What such a function returns decides nothing: with another configuration it is
 * something else.
 */
#ifndef SAFE_ENGINE_STUB_H
#define SAFE_ENGINE_STUB_H

#include "range.h"

namespace safe {

/*
 * Whether @fndecl is one of them, and does nothing but return a constant; @otherwise is
 * then what the function itself may return instead.
 */
bool is_stub(tree fndecl, range *otherwise);

} /* namespace safe */

#endif /* SAFE_ENGINE_STUB_H */
