// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* The callee takes the same lock. */
int foo_acquire(struct foo *foo);
int foo_acquire(struct foo *foo)
{
	int ret;

	mutex_lock(&foo->lock);
	ret = foo_read(foo, 0);
	mutex_unlock(&foo->lock);

	if (ret < 0)
		foo_stop(foo);
	return ret;
}
