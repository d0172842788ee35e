// SPDX-License-Identifier: GPL-2.0
/* Locks that are taken on some paths, and released on the same. */
#include <linux/mutex.h>
#include <linux/spinlock.h>

struct foo {
	struct mutex lock;
	spinlock_t busy_lock;
	bool shared;
	int count;
};

void foo_show(struct foo *foo);
int foo_ask(struct foo *foo);

/* The same condition twice, with a call between. */
void if_shared(struct foo *foo);
void if_shared(struct foo *foo)
{
	if (foo->shared)
		mutex_lock(&foo->lock);
	foo_show(foo);
	foo->count++;
	if (foo->shared)
		mutex_unlock(&foo->lock);
}

/* A flag remembers. */
int if_needed(struct foo *foo, bool locked);
int if_needed(struct foo *foo, bool locked)
{
	bool unlock = false;
	int ret;

	if (!locked) {
		mutex_lock(&foo->lock);
		unlock = true;
	}
	ret = foo_ask(foo);
	if (unlock)
		mutex_unlock(&foo->lock);
	return ret;
}

/* The caller asked for it. */
int and_keep(struct foo *foo, bool keep);
int and_keep(struct foo *foo, bool keep)
{
	int ret;

	mutex_lock(&foo->lock);
	ret = foo->count;
	if (!keep)
		mutex_unlock(&foo->lock);
	return ret;
}

int if_free(struct foo *foo);
int if_free(struct foo *foo)
{
	if (!mutex_trylock(&foo->lock))
		return -EBUSY;
	foo->count++;
	mutex_unlock(&foo->lock);
	return 0;
}

/* First an attempt, then patience. */
void sooner_or_later(struct foo *foo);
void sooner_or_later(struct foo *foo)
{
	if (!spin_trylock(&foo->busy_lock)) {
		foo_show(foo);
		spin_lock(&foo->busy_lock);
	}
	foo->count++;
	spin_unlock(&foo->busy_lock);
}

int interruptible(struct foo *foo);
int interruptible(struct foo *foo)
{
	int ret = mutex_lock_interruptible(&foo->lock);

	if (ret)
		return ret;
	ret = foo->count;
	mutex_unlock(&foo->lock);
	return ret;
}
