// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)
DEFINE_SAFE_OWN(foo_kvbox, struct foo, kvfree)

int test(void);
int test(void)
{
#ifdef FAIL
	CLASS(foo_box, foo)(TRY(safe_kvzalloc(foo_box, GFP_KERNEL)));	/* { dg-error "SAFE_E_OWN_FAMILY: safe_kvzalloc\(foo_box, GFP_KERNEL\): " } */
#else
	CLASS(foo_kvbox, foo)(TRY(safe_kvzalloc(foo_kvbox, GFP_KERNEL)));
#endif
	return foo_read(safe_borrow(foo));
}
