// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/completion.h>
#include <linux/spinlock.h>

struct foo {
	spinlock_t lock;
	struct completion done;
};

static struct foo the_foo;

static int foo_wait(struct foo *foo)
{
	must(!lockdep_is_held(&foo->lock));
	return wait_for_completion_timeout(&foo->done, 1) ? 0 : -ETIMEDOUT;	/* { dg-note "'wait_for_completion_timeout' is called there" } */
}

static bool foo_lock(struct foo *foo, int alive)
{
	if (!alive)
		return false;
	spin_lock(&foo->lock);
	return true;
}

static void foo_unlock(struct foo *foo)
{
	spin_unlock(&foo->lock);
}

static int wrong(void)
{
	struct foo *foo = &the_foo;
	int ret;

	spin_lock_init(&foo->lock);
	init_completion(&foo->done);
	complete(&foo->done);
	if (!foo_lock(foo, 1))
		return -ENODEV;
	ret = foo_wait(foo);	/* { dg-error "'foo_wait' may sleep, but a spinlock is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	foo_unlock(foo);
	return ret;
}

static int right(void)
{
	struct foo *foo = &the_foo;

	spin_lock_init(&foo->lock);
	init_completion(&foo->done);
	complete(&foo->done);
	if (!foo_lock(foo, 1))
		return foo_wait(foo);
	foo_unlock(foo);
	return foo_wait(foo);
}
