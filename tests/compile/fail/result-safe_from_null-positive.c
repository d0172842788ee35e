// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

int test(void);
int test(void)
{
#ifdef FAIL
	return TRY(safe_from_null(foo_find(1), ENOENT))->count;	/* { dg-error "SAFE_E_NOT_ERRNO: safe_from_null\(foo_find\(1\), ENOENT\): " } */
#else
	return TRY(safe_from_null(foo_find(1), -ENOENT))->count;
#endif
}
