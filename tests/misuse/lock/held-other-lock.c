// SPDX-License-Identifier: GPL-2.0
/* Runs into: bad unlock balance|DEBUG_LOCKS_WARN_ON */
#include <linux/mutex.h>
#include "../misuse.h"

struct foo {
	struct mutex lock, io_lock;
	int state;
};

/* One of two locks of one object is taken, and the other one released. */
static noinline int foo_stop(struct foo *foo)
{
	mutex_lock(&foo->lock);	/* { dg-note "'&foo->lock' is taken" } */
	if (!foo->state) {
		mutex_unlock(&foo->io_lock);
		return -EALREADY;	/* { dg-error "'&foo->lock' is still held when the function returns here, and released on other paths.*SAFE_E_LOCK_HELD" } */
	}
	foo->state = 0;
	mutex_unlock(&foo->lock);
	return 0;
}

static noinline int foo_stop_rightly(struct foo *foo)
{
	mutex_lock(&foo->lock);
	if (!foo->state) {
		mutex_unlock(&foo->lock);
		return -EALREADY;
	}
	foo->state = 0;
	mutex_unlock(&foo->lock);
	return 0;
}

static struct foo the_foo = {
	.lock = __MUTEX_INITIALIZER(the_foo.lock),
	.io_lock = __MUTEX_INITIALIZER(the_foo.io_lock),
};

static int wrong(void)
{
	return foo_stop(&the_foo);
}

static int right(void)
{
	return foo_stop_rightly(&the_foo);
}
