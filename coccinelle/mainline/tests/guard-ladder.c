// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* The inner lock's label goes before the outer one's. */
int foo_update(struct foo *foo);
int foo_update(struct foo *foo)
{
	unsigned long flags;
	int ret = -EBUSY;

	mutex_lock(&foo->lock);
	if (foo->busy)
		goto unlock_mutex;

	spin_lock_irqsave(&foo->slock, flags);
	if (foo->count) {
		ret = -EEXIST;
		goto unlock_spin;
	}
	foo->count = 1;
	ret = 0;

unlock_spin:
	spin_unlock_irqrestore(&foo->slock, flags);
unlock_mutex:
	mutex_unlock(&foo->lock);
	return ret;
}
