// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

int test(struct foo *foo);
int test(struct foo *foo)
{
#ifdef FAIL
	return TRY(foo_flags(foo));	/* { dg-error "SAFE_E_NOT_RESULT: TRY\(foo_flags\(foo\)\): .*; use a signed int" } */
#else
	return TRY(foo_read(foo));
#endif
}
