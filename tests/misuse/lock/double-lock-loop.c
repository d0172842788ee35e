// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible recursive locking detected|spinlock recursion */
#include <linux/spinlock.h>
#include "../misuse.h"

static DEFINE_SPINLOCK(foo_lock);
static int foo_left;

/* The second round takes what the first has not let go. */
static noinline void foo_drain(void)
{
	while (foo_left > 0) {
		spin_lock(&foo_lock);	/* { dg-error "'&foo_lock' is taken while it is held: this waits for itself for ever.*SAFE_E_DOUBLE_LOCK" } */
		foo_left--;
	}
	spin_unlock(&foo_lock);
}

static noinline void foo_drain_rightly(void)
{
	while (foo_left > 0) {
		spin_lock(&foo_lock);
		foo_left--;
		spin_unlock(&foo_lock);
	}
}

static int wrong(void)
{
	foo_left = 2;
	foo_drain();
	return 0;
}

static int right(void)
{
	foo_left = 2;
	foo_drain_rightly();
	return 0;
}
