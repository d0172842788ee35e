// SPDX-License-Identifier: GPL-2.0
#include <safe/option.h>

#include "../foo.h"

int test(u32 id);
int test(u32 id)
{
#ifdef FAIL
	return safe_unwrap(safe_option(foo_find(id)))->count;	/* { dg-error "SAFE_E_UNCHECKED: safe_unwrap\(safe_option\(foo_find\(id\)\)\): " } */
#else
	return TRY(safe_option(foo_find(id)))->count;
#endif
}
