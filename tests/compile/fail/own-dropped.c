// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

struct foo_box foo_new(u32 id);	/* { dg-note "declared here" } */
void test(void);
void test(void)
{
#ifdef FAIL
	foo_new(1);	/* { dg-warning "SAFE_E_OWNER_DROPPED: .*; keep it in a CLASS\(foo_box\) variable" } */
#else
	CLASS(foo_box, foo)(foo_new(1));
#endif
}
