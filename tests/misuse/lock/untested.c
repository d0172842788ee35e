// SPDX-License-Identifier: GPL-2.0
/* Runs into: bad unlock balance|DEBUG_LOCKS_WARN_ON */
#include <linux/mutex.h>
#include "../misuse.h"

static DEFINE_MUTEX(foo_lock);
static int foo_count;

static noinline int foo_poll(void)
{
	int count;

	mutex_trylock(&foo_lock);
	count = foo_count;
	mutex_unlock(&foo_lock);	/* { dg-error "'&foo_lock' is released, but nobody looked whether it was taken.*SAFE_E_LOCK_UNTESTED" } */
	return count;
}

static noinline int foo_poll_rightly(void)
{
	int count = -EAGAIN;

	if (mutex_trylock(&foo_lock)) {
		count = foo_count;
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
