// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

struct foo_box_result foo_new(u32 id);	/* { dg-note "declared here" } */
int test(void);
int test(void)
{
#ifdef FAIL
	foo_new(1);	/* { dg-warning "SAFE_E_RESULT_DROPPED: " } */
#else
	CLASS(foo_box, foo)(TRY(foo_new(1)));
#endif
	return 0;
}
