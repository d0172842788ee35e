// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible recursive locking detected|spinlock recursion */
#include <linux/spinlock.h>
#include "../misuse.h"

struct foo {
	spinlock_t lock;
	int count;
};

static noinline int foo_count(struct foo *foo)
{
	unsigned long flags;
	int count;

	spin_lock_irqsave(&foo->lock, flags);
	count = foo->count;
	spin_unlock_irqrestore(&foo->lock, flags);
	return count;
}

static noinline int foo_step(struct foo *foo)
{
	int ret = 0;

	spin_lock(&foo->lock);	/* { dg-note "'&foo->lock' is taken" } */
	if (foo_count(foo))	/* { dg-error "'&foo->lock' is held, and the called function takes it.*SAFE_E_DOUBLE_LOCK" } */
		ret = -EBUSY;
	else
		foo->count++;
	spin_unlock(&foo->lock);
	return ret;
}

static noinline int foo_step_rightly(struct foo *foo)
{
	int ret = 0;

	spin_lock(&foo->lock);
	if (foo->count)
		ret = -EBUSY;
	else
		foo->count++;
	spin_unlock(&foo->lock);
	return ret ? ret : foo_count(foo);
}

static struct foo the_foo = { .lock = __SPIN_LOCK_UNLOCKED(the_foo.lock) };

static int wrong(void)
{
	return foo_step(&the_foo);
}

static int right(void)
{
	return foo_step_rightly(&the_foo);
}
