// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_vbox, struct foo, vfree)

void test(struct foo_vbox foo);
void test(struct foo_vbox foo)
{
#ifdef FAIL
	vfree(foo);	/* { dg-error "incompatible type for argument 1 of 'vfree'" } */
#else
	safe_drop(foo_vbox, foo);
#endif
}
