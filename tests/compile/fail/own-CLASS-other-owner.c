// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)
DEFINE_SAFE_OWN(foo_vbox, struct foo, vfree)	/* { dg-note "expected 'struct foo_vbox'" } */

int test(void);
int test(void)
{
#ifdef FAIL
	CLASS(foo_vbox, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));	/* { dg-error "incompatible type for argument 1 of 'class_foo_vbox_constructor'" } */
#else
	CLASS(foo_vbox, foo)(TRY(safe_vzalloc(foo_vbox)));
#endif
	return foo_read(safe_borrow(foo));
}
