// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_release(struct foo *foo);
void foo_release(struct foo *foo)
{
	mutex_lock(&foo_lock);
	list_del(&foo->list);
	mutex_unlock(&foo_lock);

	foo_stop(foo);
	foo_put(foo);
}

ssize_t foo_show(struct foo *foo, char *buf);
ssize_t foo_show(struct foo *foo, char *buf)
{
	unsigned long flags;
	int count;

	spin_lock_irqsave(&foo->slock, flags);
	count = foo->count;
	spin_unlock_irqrestore(&foo->slock, flags);

	return sysfs_emit(buf, "%d\n", count);
}
