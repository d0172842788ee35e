// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_count, u32)

struct foo_count test(void);
struct foo_count test(void)
{
#ifdef FAIL
	return safe_err(foo_count, 0);	/* { dg-error "SAFE_E_NOT_ERRNO: safe_err\(foo_count, 0\): " } */
#else
	return safe_ok(foo_count, 0);
#endif
}
