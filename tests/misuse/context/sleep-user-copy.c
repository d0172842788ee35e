// SPDX-License-Identifier: GPL-2.0
/* Runs into: BUG: Invalid wait context */
#include "../misuse.h"
#include <linux/spinlock.h>
#include <linux/uaccess.h>

static DEFINE_SPINLOCK(foo_lock);
static int foo_value;

static int wrong(void)
{
	int ret;

	spin_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	ret = copy_to_user(NULL, &foo_value, sizeof(foo_value)) ? -EFAULT : 0;	/* { dg-error "'copy_to_user' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock(&foo_lock);
	return ret;
}

static int right(void)
{
	int value;

	spin_lock(&foo_lock);
	value = foo_value;
	spin_unlock(&foo_lock);
	return copy_to_user(NULL, &value, sizeof(value)) ? -EFAULT : 0;
}
