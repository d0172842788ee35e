// SPDX-License-Identifier: GPL-2.0
#include <safe/scope.h>

#include "../foo.h"

int test(struct foo *foo, struct mutex *mutex);
int test(struct foo *foo, struct mutex *mutex)
{
	safe_scope {
		guard(safe_mutex)(mutex);
#ifdef FAIL
		if (foo->count)
			break;	/* { dg-error "break statement not within loop or switch" } */
#endif
		foo->count++;
	}
	return foo->count;
}
