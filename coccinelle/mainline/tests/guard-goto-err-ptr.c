// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void *foo_take(struct foo *foo);
void *foo_take(struct foo *foo)
{
	void *data;
	int ret;

	mutex_lock(&foo->lock);

	ret = foo_start(foo);
	if (ret)
		goto err;

	if (!foo->data) {
		ret = -ENODATA;
		goto err;
	}

	data = foo->data;
	mutex_unlock(&foo->lock);
	return data;

err:
	mutex_unlock(&foo->lock);
	return ERR_PTR(ret);
}
