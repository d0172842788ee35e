// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

void test(struct foo_box foo);
void test(struct foo_box foo)
{
#ifdef FAIL
	kfree(foo);	/* { dg-error "incompatible type for argument 1 of 'kfree'" } */
#else
	safe_drop(foo_box, foo);
#endif
}
