// SPDX-License-Identifier: GPL-2.0
/* Runs into: bad unlock balance|DEBUG_LOCKS_WARN_ON */
#include <linux/mutex.h>
#include "../misuse.h"

static DEFINE_MUTEX(foo_lock);
static int foo_table[4];

static noinline int foo_set(unsigned int i, int value)
{
	int ret = 0;

	mutex_lock(&foo_lock);
	if (i >= ARRAY_SIZE(foo_table)) {
		mutex_unlock(&foo_lock);	/* { dg-note "'&foo_lock' is released" } */
		ret = -EINVAL;
		goto out;
	}
	foo_table[i] = value;
out:
	mutex_unlock(&foo_lock);	/* { dg-error "'&foo_lock' is released again: it is not held since it was released.*SAFE_E_DOUBLE_UNLOCK" } */
	return ret;
}

static noinline int foo_set_rightly(unsigned int i, int value)
{
	int ret = 0;

	mutex_lock(&foo_lock);
	if (i >= ARRAY_SIZE(foo_table)) {
		ret = -EINVAL;
		goto out;
	}
	foo_table[i] = value;
out:
	mutex_unlock(&foo_lock);
	return ret;
}

static int wrong(void)
{
	return foo_set(7, 1);
}

static int right(void)
{
	return foo_set_rightly(7, 1);
}
