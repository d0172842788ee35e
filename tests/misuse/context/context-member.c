// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/delay.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

/* kick() is called with the lock held, reset() is not. */
struct foo_ops {
	void (*kick)(void) __nosleep;
	void (*reset)(void) __sleeps;
};

static void foo_slow(void)
{
	must(!lockdep_is_held(&foo_lock));
	usleep_range(10, 20);	/* { dg-note "'usleep_range' is called here" } */
}

static void foo_quick(void)
{
	barrier();
}

static const struct foo_ops slow = {
	.kick = foo_slow,	/* { dg-error "'foo_ops.kick' must not sleep, but 'foo_slow' calls 'usleep_range', which may.*SAFE_E_CONTEXT_MEMBER" } */
	.reset = foo_quick,
};

static void foo_slow_too(void)
{
	must(!lockdep_is_held(&foo_lock));
	usleep_range(10, 20);
}

static const struct foo_ops quick = {
	.kick = foo_quick,
	.reset = foo_slow_too,
};

static void foo_run(const struct foo_ops *ops)
{
	spin_lock(&foo_lock);
	ops->kick();
	spin_unlock(&foo_lock);
	ops->reset();
}

static int wrong(void)
{
	foo_run(&slow);
	return 0;
}

static int right(void)
{
	foo_run(&quick);
	return 0;
}
