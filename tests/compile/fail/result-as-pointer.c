// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_ptr, struct foo *)

struct foo_ptr foo_get(u32 id);
int test(u32 id);
int test(u32 id)
{
#ifdef FAIL
	return foo_get(id)->count;	/* { dg-error "invalid type argument of '->'" } */
#endif
	return TRY(foo_get(id))->count;
}
