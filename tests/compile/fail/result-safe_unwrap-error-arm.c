// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_ptr, struct foo *)

struct foo_ptr foo_get(u32 id);
int test(u32 id);
int test(u32 id)
{
	struct foo_ptr res = foo_get(id);

#ifdef FAIL
	if (safe_errno(res))
#else
	if (!safe_errno(res))
#endif
		return safe_unwrap(res)->count;	/* { dg-error "SAFE_E_UNCHECKED: safe_unwrap\(res\): " } */
	return 0;
}
