// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

void test(struct foo_box foo);
void test(struct foo_box foo)
{
#ifdef FAIL
	safe_give(foo);	/* { dg-warning "ignoring return value of '__safe_given'" } */
#else
	foo_close(safe_give(foo));
#endif
}
