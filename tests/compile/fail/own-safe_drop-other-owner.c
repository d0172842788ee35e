// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)
DEFINE_SAFE_OWN(foo_vbox, struct foo, vfree)	/* { dg-note "expected 'struct foo_vbox \*'" } */

void test(struct foo_box foo);
void test(struct foo_box foo)
{
#ifdef FAIL
	safe_drop(foo_vbox, foo);	/* { dg-error "argument 1 of '__safe_drop_foo_vbox' from incompatible pointer type" } */
#else
	safe_drop(foo_box, foo);
#endif
}
