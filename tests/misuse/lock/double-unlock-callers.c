// SPDX-License-Identifier: GPL-2.0
/* Runs into: bad unlock balance|DEBUG_LOCKS_WARN_ON */
#include <linux/mutex.h>
#include "../misuse.h"

struct foo {
	struct mutex lock;
	int state;
};

/* The caller holds the lock, and releases it: twice is once too often. */
static noinline int foo_stop(struct foo *foo)
{
	mutex_unlock(&foo->lock);	/* { dg-note "'&foo->lock' is released" } */
	foo->state = 0;
	mutex_unlock(&foo->lock);	/* { dg-error "'&foo->lock' is released again.*SAFE_E_DOUBLE_UNLOCK" } */
	return 0;
}

static noinline int foo_stop_rightly(struct foo *foo)
{
	mutex_unlock(&foo->lock);
	foo->state = 0;
	mutex_lock(&foo->lock);
	return 0;
}

static struct foo the_foo = { .lock = __MUTEX_INITIALIZER(the_foo.lock) };
static int (*stop)(struct foo *foo);

static int wrong(void)
{
	stop = foo_stop;
	mutex_lock(&the_foo.lock);
	return stop(&the_foo);
}

static int right(void)
{
	int ret;

	stop = foo_stop_rightly;
	mutex_lock(&the_foo.lock);
	ret = stop(&the_foo);
	mutex_unlock(&the_foo.lock);
	return ret;
}
