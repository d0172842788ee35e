// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_count, u32)

int test(struct foo *foo);
int test(struct foo *foo)
{
#ifdef FAIL
	return TRY(foo_read(foo), foo_count);	/* { dg-error "returning type 'struct foo_count' but 'int' was expected" } */
#else
	return TRY(foo_read(foo));
#endif
}
