// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

int test(struct foo *foo);
int test(struct foo *foo)
{
	int count = 0;

#ifdef FAIL
	safe_get(foo_read(foo), &count);	/* { dg-warning "ignoring return value of '__safe_checked'" } */
#else
	if (safe_get(foo_read(foo), &count))
		return 0;
#endif
	return count;
}
