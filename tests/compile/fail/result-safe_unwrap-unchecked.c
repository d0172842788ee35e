// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_count, u32)

struct foo_count foo_get(struct foo *foo);
u32 test(struct foo *foo);
u32 test(struct foo *foo)
{
	struct foo_count res = foo_get(foo);

#ifndef FAIL
	if (!safe_is_ok(res))
		return 0;
#endif
	return safe_unwrap(res);	/* { dg-error "SAFE_E_UNCHECKED: safe_unwrap\(res\): .*; test safe_is_ok\(\) first, or use TRY" } */
}
