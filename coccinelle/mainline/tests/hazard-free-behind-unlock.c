// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* The lock is in the object. */
void foo_destroy(struct foo *foo);
void foo_destroy(struct foo *foo)
{
	mutex_lock(&foo->lock);
	list_del(&foo->node);
	mutex_unlock(&foo->lock);

	kfree(foo);
}
