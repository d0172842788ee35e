// SPDX-License-Identifier: GPL-2.0
#include <safe/option.h>

#include "../foo.h"

int test(struct foo *foo);
int test(struct foo *foo)
{
#ifdef FAIL
	return safe_unwrap_or(safe_option(foo->count), 3);	/* { dg-error "SAFE_E_NOT_POINTER: safe_option\(foo->count\): .*; use a type made by" } */
#else
	return safe_unwrap_or(safe_option(foo_find(1)), foo)->count;
#endif
}
