// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

bool test(struct foo *foo);
bool test(struct foo *foo)
{
#ifdef FAIL
	return TRY(foo_read(foo)) > 3;	/* { dg-error "SAFE_E_TRY_CONVENTION_function_returns_bool" } */
#else
	return safe_try_or_return_value(foo_read(foo), false) > 3;
#endif
}
