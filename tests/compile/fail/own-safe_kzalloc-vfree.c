// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)
DEFINE_SAFE_OWN(foo_vbox, struct foo, vfree)

int test(void);
int test(void)
{
#ifdef FAIL
	CLASS(foo_vbox, foo)(TRY(safe_kzalloc(foo_vbox, GFP_KERNEL)));	/* { dg-error "SAFE_E_OWN_FAMILY: safe_kzalloc\(foo_vbox, GFP_KERNEL\): .*; define foo_vbox with DEFINE_SAFE_OWN\(..., kfree\)" } */
#else
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));
#endif
	return foo_read(safe_borrow(foo));
}
