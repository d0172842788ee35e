// SPDX-License-Identifier: GPL-2.0
#include <safe/option.h>

#include "../foo.h"

DEFINE_SAFE_OPTION(foo_parent, struct foo *)

struct foo_parent foo_get(u32 id);
int test(u32 id);
int test(u32 id)
{
	struct foo_parent parent = foo_get(id);

#ifdef FAIL
	if (parent == NULL)	/* { dg-error "invalid operands to binary ==" } */
#else
	if (safe_is_some(parent))
#endif
		return 1;
	return 0;
}
