// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

int foo_keep(struct foo_box foo);
int test(void);
int test(void)
{
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

#ifdef FAIL
	TRY(foo_keep(safe_move(foo)));
#endif
	return foo_read(safe_borrow(foo));	/* { dg-error "SAFE_E_OWN_MOVED: safe_borrow\(foo\): owns nothing any more" } */
}
