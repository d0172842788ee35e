// SPDX-License-Identifier: GPL-2.0
/* A copy that is only read. */
#include <linux/list.h>
#include <linux/mutex.h>

struct foo {
	int id, n;
	struct mutex lock;
	struct list_head items;
};

int foo_read(struct foo *foo);
int foo_read(struct foo *foo)
{
	struct foo copy;

	mutex_lock(&foo->lock);
	copy = *foo;
	mutex_unlock(&foo->lock);
	return copy.id + copy.n;
}
