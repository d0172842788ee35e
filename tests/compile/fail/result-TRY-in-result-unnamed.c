// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_count, u32)

struct foo_count test(struct foo *foo);
struct foo_count test(struct foo *foo)
{
#ifdef FAIL
	/* { dg-error "SAFE_E_TRY_CONVENTION_name_the_result_type.* but 'struct foo_count' was" +1 } */
	u32 n = TRY(foo_read(foo));	/* { dg-error "but 'struct foo_count' was expected" } */
#else
	u32 n = TRY(foo_read(foo), foo_count);
#endif
	return safe_ok(foo_count, n);
}
