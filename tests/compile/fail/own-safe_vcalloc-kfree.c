// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_array, u32, kfree)
DEFINE_SAFE_OWN(foo_varray, u32, vfree)

int test(int n);
int test(int n)
{
#ifdef FAIL
	CLASS(foo_array, ids)(TRY(safe_vcalloc(foo_array, n)));	/* { dg-error "SAFE_E_OWN_FAMILY: safe_vcalloc\(foo_array, n\): " } */
#else
	CLASS(foo_varray, ids)(TRY(safe_vcalloc(foo_varray, n)));
#endif
	return safe_borrow(ids)[n - 1];
}
