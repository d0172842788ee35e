// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* Freed behind the lock, allocated under it: the order would turn round. */
int foo_swap(struct foo *foo);
int foo_swap(struct foo *foo)
{
	char *name;
	int ret;

	mutex_lock(&foo->lock);
	name = kstrdup(foo->name, GFP_KERNEL);
	ret = foo_register(name);
	mutex_unlock(&foo->lock);
	kfree(name);
	return ret;
}
