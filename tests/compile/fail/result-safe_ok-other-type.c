// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_ptr, struct foo *)

struct foo_ptr test(u32 *id, struct foo *foo);
struct foo_ptr test(u32 *id, struct foo *foo)
{
#ifdef FAIL
	return safe_ok(foo_ptr, id);	/* { dg-error "argument 1 of '__safe_ok_foo_ptr' from incompatible pointer type" } */
#else
	return safe_ok(foo_ptr, foo);
#endif
}
