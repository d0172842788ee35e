// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_count, u32)

struct foo_count foo_get(struct foo *foo);
u32 test(struct foo *foo);
u32 test(struct foo *foo)
{
	struct foo_count a = foo_get(foo), b = foo_get(foo);

	if (!safe_is_ok(a) || !safe_is_ok(b))
		return 0;
	a = foo_get(foo);
#ifdef FAIL
	return safe_unwrap(a);	/* { dg-error "SAFE_E_UNCHECKED: safe_unwrap\(a\): " } */
#else
	return safe_unwrap(b);
#endif
}
