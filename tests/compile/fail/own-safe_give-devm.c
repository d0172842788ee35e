// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN_DEVM(foo_devm, struct foo)

void test(struct foo_devm foo);
void test(struct foo_devm foo)
{
#ifdef FAIL
	kfree(safe_give(foo));	/* { dg-error "SAFE_E_OWN_DEVM: safe_give\(foo\): .*; use safe_borrow" } */
#else
	foo_read(safe_borrow(foo));
#endif
}
