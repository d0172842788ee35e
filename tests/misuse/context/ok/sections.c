// SPDX-License-Identifier: GPL-2.0
/* Where sleeping is allowed after all. */
#include <linux/delay.h>
#include <linux/irqflags.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/srcu.h>
#include <linux/uaccess.h>
#include <linux/wait.h>
#include <linux/xarray.h>

struct foo {
	spinlock_t lock;
	struct mutex mutex;
	struct rw_semaphore rwsem;
	struct srcu_struct srcu;
	wait_queue_head_t wait;
	int state;
};

void foo_init(struct foo *foo);
void foo_init(struct foo *foo)
{
	spin_lock_init(&foo->lock);
	mutex_init(&foo->mutex);
	init_rwsem(&foo->rwsem);
	init_waitqueue_head(&foo->wait);
}

void srcu(struct foo *foo);
void srcu(struct foo *foo)
{
	int index = srcu_read_lock(&foo->srcu);

	msleep(foo->state);
	srcu_read_unlock(&foo->srcu, index);
}

void nested(struct foo *foo);
void nested(struct foo *foo)
{
	down_read(&foo->rwsem);
	mutex_lock(&foo->mutex);
	msleep(foo->state);
	mutex_unlock(&foo->mutex);
	up_read(&foo->rwsem);
}

/* Not waited for, but failed. */
int no_faults(struct foo *foo, const int __user *from);
int no_faults(struct foo *foo, const int __user *from)
{
	int ret;

	spin_lock(&foo->lock);
	pagefault_disable();
	ret = __copy_from_user_inatomic(&foo->state, from, sizeof(foo->state));
	pagefault_enable();
	spin_unlock(&foo->lock);
	return ret;
}

/* The wait lets go of the lock. */
void waits(struct foo *foo);
void waits(struct foo *foo)
{
	spin_lock_irq(&foo->lock);
	wait_event_lock_irq(foo->wait, foo->state, foo->lock);
	spin_unlock_irq(&foo->lock);
}

void resched(struct foo *foo);
void resched(struct foo *foo)
{
	spin_lock(&foo->lock);
	while (foo->state)
		cond_resched_lock(&foo->lock);
	spin_unlock(&foo->lock);
}

void saved(struct foo *foo);
void saved(struct foo *foo)
{
	unsigned long flags, inner;

	spin_lock_irqsave(&foo->lock, flags);
	local_irq_save(inner);
	foo->state++;
	local_irq_restore(inner);
	spin_unlock_irqrestore(&foo->lock, flags);
	msleep(20);
}

/* Two that were taken are dropped in the other order. */
void two(struct foo *foo, struct foo *bar);
void two(struct foo *foo, struct foo *bar)
{
	spin_lock_bh(&foo->lock);
	spin_lock(&bar->lock);
	spin_unlock(&foo->lock);
	spin_unlock_bh(&bar->lock);
	msleep(20);
}

/* The lock of an array is let go of where memory has to be waited for. */
int stores(struct foo *foo, struct xarray *array);
int stores(struct foo *foo, struct xarray *array)
{
	int ret;

	xa_lock(array);
	ret = xa_err(__xa_store(array, 1, foo, GFP_KERNEL));
	xa_unlock(array);
	return ret;
}
