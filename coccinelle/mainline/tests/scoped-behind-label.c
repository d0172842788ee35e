// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_retry(struct foo *foo);
int foo_retry(struct foo *foo)
{
	int ret;

again:
	mutex_lock(&foo->lock);
	ret = foo_read(foo, 0);
	mutex_unlock(&foo->lock);
	if (ret == -EAGAIN)
		goto again;

	return ret;
}
