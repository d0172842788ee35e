// SPDX-License-Identifier: GPL-2.0
#include "../../mainline/tests/foo.h"

void foo_kick(struct foo *foo, int mode);
void foo_kick(struct foo *foo, int mode)
{
	unsigned long flags;

	foo_start(foo);

	spin_lock_irqsave(&foo->slock, flags);
	foo->mode = mode;
	spin_unlock_irqrestore(&foo->slock, flags);

	foo_put(foo);
}

void foo_stop_all(struct foo **foos, int n);
void foo_stop_all(struct foo **foos, int n)
{
	struct foo *foo;
	bool busy;
	int i;

	for (i = 0; i < n; i++) {
		foo = foos[i];
		mutex_lock(&foo->lock);
		busy = foo->busy;
		foo->count++;
		mutex_unlock(&foo->lock);
		if (foo_write(foo, 0, busy))
			continue;
		foo_stop(foo);
	}
}

void foo_sync(struct foo *foo);
void foo_sync(struct foo *foo)
{
	rcu_read_lock();
	foo_stop(foo);
	rcu_read_unlock();

	foo_start(foo);
}
