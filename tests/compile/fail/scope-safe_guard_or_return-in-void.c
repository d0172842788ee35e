// SPDX-License-Identifier: GPL-2.0
#include <safe/scope.h>

#include "../foo.h"

void test(struct foo *foo, struct mutex *mutex);
void test(struct foo *foo, struct mutex *mutex)	/* { dg-note "declared here" } */
{
#ifdef FAIL
	safe_guard_or_return(mutex_try, mutex);	/* { dg-error "'return' with a value, in function returning void" } */
#else
	safe_guard_err(err, mutex_try, mutex);
	if (err)
		return;
#endif
	foo_close(foo);
}
