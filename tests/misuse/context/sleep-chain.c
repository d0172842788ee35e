// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/delay.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);
static int foo_state;

static void foo_wait(void)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
}

static int foo_reset(int hard)
{
	if (!hard)
		return -EBUSY;
	foo_wait();	/* { dg-note "'foo_wait' is called there" } */
	foo_state = 1;
	return 0;
}

static int wrong(void)
{
	int ret;

	spin_lock_bh(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	ret = foo_reset(0);
	if (ret)
		ret = foo_reset(1);	/* { dg-error "'foo_reset' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock_bh(&foo_lock);
	return ret;
}

static int right(void)
{
	int ret;

	spin_lock_bh(&foo_lock);
	ret = foo_reset(0);
	spin_unlock_bh(&foo_lock);
	return ret ? foo_reset(1) : 0;
}
