// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_all(struct foo *foo);
void foo_all(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo->count++;
	mutex_unlock(&foo->lock);
}

void foo_all_spin(struct foo *foo);
void foo_all_spin(struct foo *foo)
{
	spin_lock(&foo->slock);
	foo->count++;
	spin_unlock(&foo->slock);
}

void foo_all_spin_irq(struct foo *foo);
void foo_all_spin_irq(struct foo *foo)
{
	spin_lock_irq(&foo->slock);
	foo->count++;
	spin_unlock_irq(&foo->slock);
}

void foo_all_raw(struct foo *foo);
void foo_all_raw(struct foo *foo)
{
	raw_spin_lock(&foo->rlock);
	foo->count++;
	raw_spin_unlock(&foo->rlock);
}

void foo_all_raw_irq(struct foo *foo);
void foo_all_raw_irq(struct foo *foo)
{
	raw_spin_lock_irq(&foo->rlock);
	foo->count++;
	raw_spin_unlock_irq(&foo->rlock);
}

int foo_all_read(struct foo *foo);
int foo_all_read(struct foo *foo)
{
	int count;

	down_read(&foo->sem);
	count = foo->count;
	up_read(&foo->sem);
	return count;
}

void foo_all_write(struct foo *foo);
void foo_all_write(struct foo *foo)
{
	down_write(&foo->sem);
	foo->count++;
	up_write(&foo->sem);
}

int foo_all_rcu(struct foo *foo);
int foo_all_rcu(struct foo *foo)
{
	int count;

	rcu_read_lock();
	count = foo->count;
	rcu_read_unlock();
	return count;
}

int foo_all_srcu(struct foo *foo);
int foo_all_srcu(struct foo *foo)
{
	int idx, count;

	idx = srcu_read_lock(&foo->srcu);
	count = foo->count;
	srcu_read_unlock(&foo->srcu, idx);
	return count;
}

void foo_all_preempt(struct foo *foo);
void foo_all_preempt(struct foo *foo)
{
	preempt_disable();
	foo->count++;
	preempt_enable();
}

void foo_all_irq(struct foo *foo);
void foo_all_irq(struct foo *foo)
{
	local_irq_disable();
	foo->count++;
	local_irq_enable();
}

void foo_all_irqsave(struct foo *foo);
void foo_all_irqsave(struct foo *foo)
{
	unsigned long flags;

	local_irq_save(flags);
	foo->count++;
	local_irq_restore(flags);
}
