// SPDX-License-Identifier: GPL-2.0
#include <safe/scope.h>

#include "../foo.h"

int test(struct foo *foo, spinlock_t *lock, struct mutex *mutex);
int test(struct foo *foo, spinlock_t *lock, struct mutex *mutex)
{
#ifdef FAIL
	guard(safe_spinlock)(mutex);	/* { dg-error "argument 1 of 'class_safe_spinlock_constructor' from incompatible" } */
#else
	guard(safe_spinlock)(lock);
#endif
	return foo->count;
}
