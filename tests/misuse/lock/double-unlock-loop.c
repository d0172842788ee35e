// SPDX-License-Identifier: GPL-2.0
/* Runs into: bad unlock balance|DEBUG_LOCKS_WARN_ON */
#include <linux/mutex.h>
#include "../misuse.h"

static DEFINE_MUTEX(foo_lock);
static int foo_left;

/* Taken once before the loop, released in each round. */
static noinline void foo_drain(void)
{
	mutex_lock(&foo_lock);
	while (foo_left > 0) {	/* { dg-error "'&foo_lock' is still held when the function returns here.*SAFE_E_LOCK_HELD" } */
		foo_left--;
		mutex_unlock(&foo_lock);	/* { dg-error "'&foo_lock' is released again: it is not held since it was released.*SAFE_E_DOUBLE_UNLOCK" } */
	}
}

static noinline void foo_drain_rightly(void)
{
	mutex_lock(&foo_lock);
	while (foo_left > 0)
		foo_left--;
	mutex_unlock(&foo_lock);
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
