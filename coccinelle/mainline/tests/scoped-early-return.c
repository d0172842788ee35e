// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_size(struct foo *foo);
int foo_size(struct foo *foo)
{
	int size;

	mutex_lock(&foo->lock);
	if (!foo->data) {
		mutex_unlock(&foo->lock);
		return -ENODEV;
	}

	size = foo->count;
	mutex_unlock(&foo->lock);

	foo_stop(foo);
	return size;
}
