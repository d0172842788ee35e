// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_count, u32)

struct foo_count foo_get(struct foo *foo);	/* { dg-note "declared here" } */
void test(struct foo *foo);
void test(struct foo *foo)
{
#ifdef FAIL
	foo_get(foo);	/* { dg-warning "SAFE_E_RESULT_DROPPED: .*; use TRY\(\), safe_get" } */
#else
	safe_try_or_return_value(foo_get(foo), /* nothing */);
#endif
}
