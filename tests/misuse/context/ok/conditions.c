// SPDX-License-Identifier: GPL-2.0
/* Held on some paths, asleep on the others. */
#include <linux/delay.h>
#include <linux/mutex.h>
#include <linux/preempt.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct foo {
	spinlock_t lock;
	struct mutex mutex;
	int state, atomic;
};

void foo_init(struct foo *foo);
void foo_init(struct foo *foo)
{
	spin_lock_init(&foo->lock);
	mutex_init(&foo->mutex);
}

int only_if(struct foo *foo, bool locked);
int only_if(struct foo *foo, bool locked)
{
	if (locked)
		spin_lock(&foo->lock);
	foo->state++;
	if (!locked)
		msleep(20);
	if (locked)
		spin_unlock(&foo->lock);
	return foo->state;
}

/* The caller says whether it may. */
static void foo_delay(bool can_sleep)
{
	if (can_sleep)
		msleep(20);
	else
		udelay(10);
}

void told(struct foo *foo);
void told(struct foo *foo)
{
	foo_delay(true);
	spin_lock(&foo->lock);
	foo_delay(false);
	spin_unlock(&foo->lock);
}

static void *foo_alloc(gfp_t gfp)
{
	might_sleep_if(gfpflags_allow_blocking(gfp));
	return kmalloc(16, gfp | __GFP_ZERO);
}

void *alloc(struct foo *foo, bool wait);
void *alloc(struct foo *foo, bool wait)
{
	void *first, *second;

	spin_lock(&foo->lock);
	first = foo_alloc(GFP_ATOMIC);
	kfree(first);
	second = foo_alloc(GFP_NOWAIT);
	spin_unlock(&foo->lock);
	return second;
}

int trylock(struct foo *foo);
int trylock(struct foo *foo)
{
	while (!spin_trylock(&foo->lock))
		usleep_range(10, 20);
	foo->state = 1;
	spin_unlock(&foo->lock);
	return foo->state;
}

int early(struct foo *foo);
int early(struct foo *foo)
{
	spin_lock(&foo->lock);
	if (foo->state) {
		spin_unlock(&foo->lock);
		msleep(20);
		return -EBUSY;
	}
	foo->state = 1;
	spin_unlock(&foo->lock);
	mutex_lock(&foo->mutex);
	mutex_unlock(&foo->mutex);
	return 0;
}
