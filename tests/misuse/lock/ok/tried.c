// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* A lock that is only tried is not waited for: who holds it comes back without it. */
#include <linux/cleanup.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>

struct foo {
	struct mutex lock;
	spinlock_t spin;
	int count;
};

static int foo_poll(struct foo *foo)
{
	if (!mutex_trylock(&foo->lock))
		return -EAGAIN;
	foo->count++;
	mutex_unlock(&foo->lock);
	return 0;
}

static bool foo_begin(struct foo *foo)
{
	return spin_trylock(&foo->spin);
}

static void foo_end(struct foo *foo)
{
	spin_unlock(&foo->spin);
}

static void foo_kick(struct foo *foo)
{
	if (foo_begin(foo)) {
		foo->count++;
		foo_end(foo);
	}
}

int polled(struct foo *foo);
int polled(struct foo *foo)
{
	int ret;

	mutex_lock(&foo->lock);
	ret = foo_poll(foo);
	mutex_unlock(&foo->lock);
	return ret;
}

int polled_or_waited(struct foo *foo, bool wait);
int polled_or_waited(struct foo *foo, bool wait)
{
	int ret = foo_poll(foo);

	if (ret && wait) {
		mutex_lock(&foo->lock);
		foo->count++;
		mutex_unlock(&foo->lock);
		ret = 0;
	}
	return ret;
}

void kicked(struct foo *foo);
void kicked(struct foo *foo)
{
	spin_lock(&foo->spin);
	foo_kick(foo);
	spin_unlock(&foo->spin);
}

/* By the name of the lock, not by what it returns. */
static void foo_try(struct foo *foo)
{
	int locked = mutex_trylock(&foo->lock);

	foo->count++;
	if (locked)
		mutex_unlock(&foo->lock);
}

void tried(struct foo *foo);
void tried(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo_try(foo);
	mutex_unlock(&foo->lock);
	foo_try(foo);
}
