// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

void test(struct foo *foo);
void test(struct foo *foo)	/* { dg-note "declared here" } */
{
#ifdef FAIL
	TRY(foo_read(foo));	/* { dg-error "'return' with a value, in function returning void" } { dg-note "SAFE_E_TRY_CONVENTION" } */
#else
	safe_try_or_return_value(foo_read(foo), /* nothing */);
#endif
	foo_close(foo);
}
