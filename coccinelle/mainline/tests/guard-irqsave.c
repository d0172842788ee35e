// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_count(struct foo *foo);
int foo_count(struct foo *foo)
{
	unsigned long flags;
	int count;

	spin_lock_irqsave(&foo->slock, flags);
	count = foo->count;
	foo->count = 0;
	spin_unlock_irqrestore(&foo->slock, flags);

	return count;
}

void foo_mark(struct foo *foo);
void foo_mark(struct foo *foo)
{
	unsigned long irq_flags, start = jiffies;

	raw_spin_lock_irqsave(&foo->rlock, irq_flags);
	foo->count = start;
	raw_spin_unlock_irqrestore(&foo->rlock, irq_flags);
}
