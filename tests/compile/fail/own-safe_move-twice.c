// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

void foo_keep(struct foo_box foo);
void test(struct foo_box foo);
void test(struct foo_box foo)
{
	foo_keep(safe_move(foo));
#ifdef FAIL
	foo_keep(safe_move(foo));	/* { dg-error "SAFE_E_OWN_MOVED: safe_move\(foo\): " } */
#endif
}
