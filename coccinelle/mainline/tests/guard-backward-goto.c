// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_wait(struct foo *foo);
int foo_wait(struct foo *foo)
{
	int ret;

	mutex_lock(&foo->lock);
again:
	ret = foo_read(foo, 0);
	if (ret == -EAGAIN)
		goto again;
	if (ret > 0)
		foo->count = ret;
	mutex_unlock(&foo->lock);

	return ret;
}
