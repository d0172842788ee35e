// SPDX-License-Identifier: GPL-2.0
#include <safe/scope.h>

#include "../foo.h"

DEFINE_SAFE_DEFER(foo_end, struct foo *, foo_close(_T))

int test(struct foo *foo, u32 *id);
int test(struct foo *foo, u32 *id)
{
#ifdef FAIL
	CLASS(foo_end, end)(id);	/* { dg-error "argument 1 of 'class_foo_end_constructor' from incompatible" } */
#else
	CLASS(foo_end, end)(foo);
#endif
	return foo->count;
}
