// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_forms(struct foo *foo);
void foo_forms(struct foo *foo)
{
	unsigned long flags;
	int idx;

	rcu_read_lock();
	foo->count++;
	rcu_read_unlock();
	foo_stop(foo);

	idx = srcu_read_lock(&foo->srcu);
	foo->count++;
	srcu_read_unlock(&foo->srcu, idx);
	foo_stop(foo);

	local_irq_save(flags);
	foo->count++;
	local_irq_restore(flags);
	foo_stop(foo);

	down_write(&foo->sem);
	foo->count++;
	foo->mode++;
	up_write(&foo->sem);
	foo_stop(foo);
}
