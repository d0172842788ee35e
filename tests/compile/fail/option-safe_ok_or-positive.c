// SPDX-License-Identifier: GPL-2.0
#include <safe/option.h>

#include "../foo.h"

int test(u32 id);
int test(u32 id)
{
#ifdef FAIL
	return TRY(safe_ok_or(safe_option(foo_find(id)), EBUSY))->count;	/* { dg-error "SAFE_E_NOT_ERRNO: safe_ok_or\(.*, EBUSY\): " } */
#else
	return TRY(safe_ok_or(safe_option(foo_find(id)), -EBUSY))->count;
#endif
}
