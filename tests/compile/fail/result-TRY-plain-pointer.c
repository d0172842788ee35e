// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

int test(struct foo *foo);
int test(struct foo *foo)
{
#ifdef FAIL
	foo = TRY(foo_find(1));	/* { dg-error "SAFE_E_PLAIN_POINTER: TRY\(foo_find\(1\)\): .*; wrap it in safe_from_null\(\) or" } */
#else
	foo = TRY(safe_from_null(foo_find(1), -ENOENT));
#endif
	return foo->count;
}
