// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_remove(struct foo *foo);
void foo_remove(struct foo *foo)
{
	unsigned long flags;
	int i;

	down_write(&foo->sem);

	/* Numb it first. */
	foo->data = NULL;

	spin_lock_irqsave(&foo->slock, flags);
	for (i = 0; i < foo->count; i++) {
		if (foo_read(foo, i))
			break;
	}
	spin_unlock_irqrestore(&foo->slock, flags);

	if (i != foo->count)
		dev_crit(foo->dev,
			 "removed while in use\n");

	foo_stop(foo);
	up_write(&foo->sem);
	foo_put(foo);
}
