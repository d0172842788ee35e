// SPDX-License-Identifier: GPL-2.0
#include <safe/scope.h>

#include "../foo.h"

int test(struct foo *foo, struct mutex *mutex);
int test(struct foo *foo, struct mutex *mutex)
{
#ifdef FAIL
	safe_guard_or_return(mutex, mutex);	/* { dg-error "unknown type name 'class_safe_cond_mutex_t'; did you mean" } { dg-error "cleanup argument" } { dg-error "implicit declaration" } { dg-error "in something not a struct" } */
#else
	guard(safe_mutex)(mutex);
#endif
	return foo->count;
}
