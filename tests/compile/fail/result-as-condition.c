// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_count, u32)

struct foo_count foo_get(struct foo *foo);
int test(struct foo *foo);
int test(struct foo *foo)
{
#ifdef FAIL
	if (foo_get(foo))	/* { dg-error "used struct type value where scalar is required" } */
#else
	if (safe_is_ok(foo_get(foo)))
#endif
		return 1;
	return 0;
}
