// SPDX-License-Identifier: GPL-2.0
#include <safe/scope.h>

#include "../foo.h"

void test(struct foo *foo, struct mutex *mutex);
void test(struct foo *foo, struct mutex *mutex)
{
	safe_guard_err(err, mutex_try, mutex);	/* { dg-warning "unused variable 'err'" } */
#ifndef FAIL
	if (err)
		return;
#endif
	foo_close(foo);
}
