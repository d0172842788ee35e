// SPDX-License-Identifier: GPL-2.0
/* Runs into: still has locks held */
#include <linux/mutex.h>
#include "../misuse.h"

struct foo {
	struct mutex lock;
	bool busy;
};

/* Says whether the caller may go on; the lock is only for the question. */
static noinline bool foo_start(struct foo *foo)
{
	mutex_lock(&foo->lock);
	if (foo->busy)
		return false;	/* { dg-error "'&foo->lock' is still held when the function returns here.*SAFE_E_LOCK_HELD" } */
	foo->busy = true;
	mutex_unlock(&foo->lock);
	return true;
}

static noinline bool foo_start_rightly(struct foo *foo)
{
	bool start;

	mutex_lock(&foo->lock);
	start = !foo->busy;
	foo->busy = true;
	mutex_unlock(&foo->lock);
	return start;
}

static struct foo the_foo = {
	.lock = __MUTEX_INITIALIZER(the_foo.lock), .busy = true
};

static int wrong(void)
{
	return foo_start(&the_foo);
}

static int right(void)
{
	return foo_start_rightly(&the_foo);
}
