// SPDX-License-Identifier: GPL-2.0
/* Runs into: BUG: Invalid wait context */
#include "../misuse.h"
#include <linux/cleanup.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);
static DEFINE_MUTEX(foo_mutex);
static int foo_state = 1;

/* The scope of the one is inside the scope of the other. */
static int wrong(void)
{
	guard(spinlock)(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */

	if (!foo_state)
		return -ENODEV;
	guard(mutex)(&foo_mutex);	/* { dg-error "may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	return foo_state++;
}

static int right(void)
{
	scoped_guard(spinlock, &foo_lock) {
		if (!foo_state)
			return -ENODEV;
	}

	guard(mutex)(&foo_mutex);
	return foo_state++;
}
