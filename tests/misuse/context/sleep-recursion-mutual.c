// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/sched.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

static int foo_odd(int depth);

static int foo_even(int depth)
{
	if (!depth)
		return 0;
	return foo_odd(depth - 1);	/* { dg-note "'foo_odd' is called there" } */
}

static int foo_odd(int depth)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
	return depth ? foo_even(depth - 1) : 1;
}

static int wrong(void)
{
	int odd;

	spin_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	odd = foo_even(6);	/* { dg-error "'foo_even' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock(&foo_lock);
	return odd;
}

static int right(void)
{
	int odd;

	spin_lock(&foo_lock);
	odd = foo_even(0);
	spin_unlock(&foo_lock);
	return odd + foo_even(6);
}
