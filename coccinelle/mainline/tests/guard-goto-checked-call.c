// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_setup(struct foo *foo);
int foo_setup(struct foo *foo)
{
	int ret;

	mutex_lock(&foo->lock);

	ret = foo_write(foo, 0, 1);
	if (ret)
		goto unlock;

	ret = foo_write(foo, 1, 2);
	if (ret < 0)
		goto unlock;

	foo->count = 0;

unlock:
	mutex_unlock(&foo->lock);
	return ret;
}
