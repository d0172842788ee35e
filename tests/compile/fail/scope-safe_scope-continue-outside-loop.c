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
			continue;	/* { dg-error "continue statement not within a loop" } */
#endif
		foo->count++;
	}
	return foo->count;
}
