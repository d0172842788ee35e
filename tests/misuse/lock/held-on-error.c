// SPDX-License-Identifier: GPL-2.0
/* Runs into: still has locks held */
#include <linux/mutex.h>
#include "../misuse.h"

struct foo {
	struct mutex lock;
	int users, limit;
};

static noinline int foo_get(struct foo *foo)
{
	mutex_lock(&foo->lock);	/* { dg-note "'&foo->lock' is taken" } */
	if (foo->users == foo->limit)
		return -EBUSY;	/* { dg-error "'&foo->lock' is still held when the function returns here, and released on other paths.*SAFE_E_LOCK_HELD" } */
	foo->users++;
	mutex_unlock(&foo->lock);
	return 0;
}

static noinline int foo_get_rightly(struct foo *foo)
{
	int ret = -EBUSY;

	mutex_lock(&foo->lock);
	if (foo->users != foo->limit) {
		foo->users++;
		ret = 0;
	}
	mutex_unlock(&foo->lock);
	return ret;
}

static struct foo the_foo = { .lock = __MUTEX_INITIALIZER(the_foo.lock) };

static int wrong(void)
{
	return foo_get(&the_foo);
}

static int right(void)
{
	return foo_get_rightly(&the_foo);
}
