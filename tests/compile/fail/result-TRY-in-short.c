// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

short test(struct foo *foo);
short test(struct foo *foo)
{
#ifdef FAIL
	return TRY(foo_read(foo));	/* { dg-error "SAFE_E_TRY_CONVENTION_.* may change value" } */
#else
	return safe_try_or_return_value(foo_read(foo), -1);
#endif
}
