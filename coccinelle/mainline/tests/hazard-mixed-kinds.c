// SPDX-License-Identifier: GPL-2.0
/* left: lock and unlock of different kinds */
#include "foo.h"

void foo_mix(struct foo *foo);
void foo_mix(struct foo *foo)
{
	unsigned long flags;

	spin_lock_irqsave(&foo->slock, flags);
	foo->count++;
	spin_unlock_irq(&foo->slock);
	local_irq_restore(flags);
}
