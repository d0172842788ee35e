// SPDX-License-Identifier: GPL-2.0
/* Runs into: bad unlock balance */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(foo_lock);
static int foo_users = 1;

static int wrong(void)
{
	guard(mutex)(&foo_lock);	/* { dg-note "the guard begins here" } */

	if (foo_users) {
		mutex_unlock(&foo_lock);	/* { dg-error "'foo_lock' is unlocked by hand, and again when the guard ends.*SAFE_E_GUARD_DROPPED" } */
		return -EBUSY;
	}
	return 0;
}

static int right(void)
{
	guard(mutex)(&foo_lock);

	if (foo_users)
		return -EBUSY;
	return 0;
}
