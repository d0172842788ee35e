// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/delay.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);
static int foo_errors;

static void foo_power_down(void)
{
	must(!lockdep_is_held(&foo_lock));
	usleep_range(10, 20);	/* { dg-note "'usleep_range' is called there" } */
}

static int wrong(void)
{
	int ret = 0;

	spin_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	if (!foo_errors) {	/* { dg-note "this condition is true on the path" } */
		ret = -EIO;
		goto fail;
	}
	spin_unlock(&foo_lock);
	return ret;
fail:
	foo_power_down();	/* { dg-error "'foo_power_down' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock(&foo_lock);
	return ret;
}

static int right(void)
{
	int ret = 0;

	spin_lock(&foo_lock);
	if (!foo_errors) {
		ret = -EIO;
		goto fail;
	}
	spin_unlock(&foo_lock);
	return ret;
fail:
	spin_unlock(&foo_lock);
	foo_power_down();
	return ret;
}
