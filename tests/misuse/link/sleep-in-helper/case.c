// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../../misuse.h"
#include <linux/spinlock.h>
#include "helper.h"

static int wrong(void)
{
	spin_lock(&foo_lock);	/* { dg-note "a spinlock is held from here on" } */
	foo_settle(1);	/* { dg-warning "'foo_settle' sleeps, but a spinlock is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock(&foo_lock);
	return 0;
}

static int right(void)
{
	spin_lock(&foo_lock);
	spin_unlock(&foo_lock);
	foo_settle(1);
	return 0;
}
