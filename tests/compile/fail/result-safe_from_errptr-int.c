// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

int test(struct foo *foo);
int test(struct foo *foo)
{
#ifdef FAIL
	return TRY(safe_from_errptr(foo_read(foo)));	/* { dg-error "SAFE_E_NOT_POINTER: safe_from_errptr\(foo_read\(foo\)\): .*; an int is a result" } */
#else
	return TRY(foo_read(foo));
#endif
}
