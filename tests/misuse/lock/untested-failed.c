// SPDX-License-Identifier: GPL-2.0
/* Runs into: bad unlock balance|DEBUG_LOCKS_WARN_ON */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include <linux/mutex.h>
#include "../misuse.h"

static DEFINE_MUTEX(foo_lock);
static int foo_count;

/* The work is left out where the lock is not to be had, the release is not. */
static noinline int foo_poll(void)
{
	int count = 0;

	if (mutex_trylock(&foo_lock))
		count = ++foo_count;
	mutex_unlock(&foo_lock);	/* { dg-warning "'&foo_lock' is released, but on this path the call that tried to take it has failed: release it only where it was taken.*SAFE_E_LOCK_UNTESTED" } */
	return count;
}

static noinline int foo_poll_rightly(void)
{
	int count = 0;

	if (mutex_trylock(&foo_lock)) {
		count = ++foo_count;
		mutex_unlock(&foo_lock);
	}
	return count;
}

static int (*poll)(void);

/* Somebody else has it when the question comes. */
static int while_held(int (*function)(void))
{
	int ret;

	poll = function;
	mutex_lock(&foo_lock);
	ret = poll();
	mutex_unlock(&foo_lock);
	return ret;
}

static int wrong(void)
{
	return while_held(foo_poll);
}

static int right(void)
{
	return while_held(foo_poll_rightly);
}
