// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/delay.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

/* Nothing is said of the member; what it is set to in the file is all there is. */
struct foo_ops {
	int (*flush)(int level);
};

static int foo_flush(int level)
{
	must(!lockdep_is_held(&foo_lock));
	usleep_range(10, 20);	/* { dg-note "'usleep_range' is called there" } */
	return level;
}

struct foo_ops foo_ops = {
	.flush = foo_flush,
};

static int foo_run(struct foo_ops *ops)
{
	int ret;

	spin_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	ret = ops->flush(1);	/* { dg-error "'foo_flush' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock(&foo_lock);
	return ret;
}

static int wrong(void)
{
	return foo_run(&foo_ops);
}

static int right(void)
{
	int ret = foo_ops.flush(1);

	spin_lock(&foo_lock);
	ret++;
	spin_unlock(&foo_lock);
	return ret;
}
