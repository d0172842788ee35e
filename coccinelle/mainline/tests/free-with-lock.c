// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* The memory is freed before the lock is released, as it was. */
int foo_store(struct foo *foo, const char *name);
int foo_store(struct foo *foo, const char *name)
{
	char *copy;
	int ret;

	mutex_lock(&foo->lock);

	copy = kstrdup(name, GFP_KERNEL);
	if (!copy) {
		ret = -ENOMEM;
		goto unlock;
	}

	ret = foo_register(copy);
	if (ret)
		goto free;

	foo->count++;
free:
	kfree(copy);
unlock:
	mutex_unlock(&foo->lock);
	return ret;
}
