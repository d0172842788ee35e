// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

int test(struct foo *foo);
int test(struct foo *foo)
{
#ifdef FAIL
	return safe_borrow(foo)->count;	/* { dg-error "SAFE_E_NOT_OWNER: safe_borrow\(foo\): .*; a plain pointer is used as it is" } */
#else
	return foo->count;
#endif
}
