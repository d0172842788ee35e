// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/delay.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);
static int foo_busy;

static void foo_pause(void)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
	foo_busy--;
}

static int wrong(void)
{
	foo_busy = 2;
	spin_lock_irq(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	while (foo_busy)
		foo_pause();	/* { dg-error "'foo_pause' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock_irq(&foo_lock);
	return 0;
}

static int right(void)
{
	foo_busy = 2;
	spin_lock_irq(&foo_lock);
	while (foo_busy) {
		spin_unlock_irq(&foo_lock);
		foo_pause();
		spin_lock_irq(&foo_lock);
	}
	spin_unlock_irq(&foo_lock);
	return 0;
}
