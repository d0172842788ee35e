// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* The label is behind the region: the jump leaves it. */
int foo_init(struct foo *foo);
int foo_init(struct foo *foo)
{
	int ret;

	ret = foo_start(foo);
	if (ret)
		return ret;

	mutex_lock(&foo->lock);
	ret = foo_write(foo, 0, 1);
	if (ret < 0) {
		mutex_unlock(&foo->lock);
		goto stop;
	}
	foo->count = ret;
	mutex_unlock(&foo->lock);

	ret = foo_register(foo);
	if (ret)
		goto stop;

	return 0;

stop:
	foo_stop(foo);
	return ret;
}
