// SPDX-License-Identifier: GPL-2.0
#include <safe/scope.h>

#include "../foo.h"

int test(struct foo *foo, struct mutex *mutex);
int test(struct foo *foo, struct mutex *mutex)
{
#ifdef FAIL
	safe_scope
		guard(safe_mutex)(mutex);	/* { dg-error "expected expression before 'class_safe_mutex_t'" } */
#else
	safe_scope {
		guard(safe_mutex)(mutex);
	}
#endif
	return foo->count;
}
