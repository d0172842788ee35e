// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/delay.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

static void foo_settle(void)
{
	must(!lockdep_is_held(&foo_lock));
	usleep_range(10, 20);	/* { dg-note "'usleep_range' is called there" } */
}

static int wrong(void)
{
	if (!spin_trylock(&foo_lock)) {	/* { dg-note "'&foo_lock' is taken here" } */
		foo_settle();
		return -EBUSY;
	}
	foo_settle();	/* { dg-error "'foo_settle' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock(&foo_lock);
	return 0;
}

static int right(void)
{
	if (!spin_trylock(&foo_lock)) {
		foo_settle();
		return -EBUSY;
	}
	spin_unlock(&foo_lock);
	foo_settle();
	return 0;
}
