// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Locks that are dropped inside their guard, and back when it ends. */
#include <linux/cleanup.h>
#include <linux/delay.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct foo {
	struct list_head node;
	struct mutex lock;
	spinlock_t busy_lock;
	int count, users;
	bool done;
};

void foo_wake(struct foo *foo);
int foo_load(struct foo *foo);

/* In a loop, around what takes long. */
void foo_wait(struct foo *foo);
void foo_wait(struct foo *foo)
{
	guard(mutex)(&foo->lock);

	while (!foo->done) {
		mutex_unlock(&foo->lock);
		msleep(20);
		mutex_lock(&foo->lock);
	}
	foo->users++;
}

/* A failure comes back to it first, and leaves then. */
int foo_fetch(struct foo *foo);
int foo_fetch(struct foo *foo)
{
	int ret;

	guard(mutex)(&foo->lock);

	if (foo->done)
		return 0;
	mutex_unlock(&foo->lock);
	ret = foo_load(foo);
	mutex_lock(&foo->lock);
	if (ret)
		goto out;
	foo->done = true;
out:
	foo->users--;
	return ret;
}

/* The two halves are helpers of their own. */
static inline void foo_pause(struct foo *foo)
{
	spin_unlock_irq(&foo->busy_lock);
}

static inline void foo_resume(struct foo *foo)
{
	spin_lock_irq(&foo->busy_lock);
}

void foo_kick(struct foo *foo);
void foo_kick(struct foo *foo)
{
	guard(spinlock_irq)(&foo->busy_lock);

	foo->count++;
	foo_pause(foo);
	foo_wake(foo);
	foo_resume(foo);
	foo->count--;
}

/* Dropped for a callback that may take it. */
int foo_each(struct list_head *list, struct mutex *lock, int (*visit)(struct foo *foo));
int foo_each(struct list_head *list, struct mutex *lock, int (*visit)(struct foo *foo))
{
	struct foo *foo;
	int ret = 0;

	guard(mutex)(lock);

	list_for_each_entry(foo, list, node) {
		foo->users++;
		mutex_unlock(lock);
		ret = visit(foo);
		mutex_lock(lock);
		foo->users--;
		if (ret)
			break;
	}
	return ret;
}

/* The one by hand is another object's. */
void foo_swap(struct foo *foo, struct foo *other);
void foo_swap(struct foo *foo, struct foo *other)
{
	guard(mutex)(&foo->lock);

	mutex_lock_nested(&other->lock, SINGLE_DEPTH_NESTING);
	swap(foo->count, other->count);
	mutex_unlock(&other->lock);
}

/* By hand before the guard, and in the same function. */
int foo_two_ways(struct foo *foo);
int foo_two_ways(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo->users++;
	mutex_unlock(&foo->lock);

	guard(mutex)(&foo->lock);
	return foo->users;
}

/* Where it is unlocked by hand, it was locked by hand. */
int foo_either(struct foo *foo, bool scoped);
int foo_either(struct foo *foo, bool scoped)
{
	int ret;

	if (scoped) {
		guard(mutex)(&foo->lock);
		return foo->count;
	}
	mutex_lock(&foo->lock);
	ret = foo->count;
	if (ret < 0)
		goto unlock;
	foo->users++;
unlock:
	mutex_unlock(&foo->lock);
	return ret;
}

/* Every lock of the list, one after the other, under the guard of another. */
void foo_reset_all(struct list_head *list, struct mutex *lock);
void foo_reset_all(struct list_head *list, struct mutex *lock)
{
	struct foo *foo;

	guard(mutex)(lock);
	list_for_each_entry(foo, list, node) {
		mutex_lock(&foo->lock);
		foo->count = 0;
		mutex_unlock(&foo->lock);
	}
}

/* Its locks are ready before the first guard, and it leaves after the last. */
struct foo *foo_new(void);
struct foo *foo_new(void)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	mutex_init(&foo->lock);
	spin_lock_init(&foo->busy_lock);
	scoped_guard(mutex, &foo->lock)
		foo->users = 1;
	return_ptr(foo);
}

/* Another one is initialised after this one was locked. */
int foo_clone(struct foo *foo, struct foo *clone);
int foo_clone(struct foo *foo, struct foo *clone)
{
	guard(mutex)(&foo->lock);

	mutex_init(&clone->lock);
	clone->count = foo->count;
	return clone->count;
}
