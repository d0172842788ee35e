// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible recursive locking detected|spinlock recursion */
#include <linux/spinlock.h>
#include "../misuse.h"

static DEFINE_SPINLOCK(foo_lock);
static int foo_users;

static int wrong(void)
{
	spin_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken" } */
	if (!foo_users) {
		spin_lock(&foo_lock);	/* { dg-error "'&foo_lock' is taken while it is held: this waits for itself for ever.*SAFE_E_DOUBLE_LOCK" } */
		foo_users++;
	}
	spin_unlock(&foo_lock);
	return 0;
}

static int right(void)
{
	spin_lock(&foo_lock);
	if (!foo_users)
		foo_users++;
	spin_unlock(&foo_lock);
	return 0;
}
