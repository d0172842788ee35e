// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_open(struct foo *foo);
int foo_open(struct foo *foo)
{
	int ret;

	mutex_lock(&foo->lock);

	ret = foo_start(foo);
	if (ret) {
		dev_err(foo->dev, "cannot start: %d\n", ret);
		goto fail;
	}

	foo->count++;
	mutex_unlock(&foo->lock);
	return 0;

fail:
	mutex_unlock(&foo->lock);
	return ret;
}
