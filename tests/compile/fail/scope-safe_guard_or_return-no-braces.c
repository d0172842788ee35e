// SPDX-License-Identifier: GPL-2.0
#include <safe/scope.h>

#include "../foo.h"

int test(struct foo *foo, struct mutex *mutex);
int test(struct foo *foo, struct mutex *mutex)
{
#ifdef FAIL
	if (foo)
		safe_guard_or_return(mutex_intr, mutex);	/* { dg-error "expected expression before 'class_safe_cond_mutex_intr_t'" } { dg-error "undeclared" } { dg-note "." } */
#else
	safe_guard_or_return(mutex_intr, mutex);
#endif
	return foo->count;
}
