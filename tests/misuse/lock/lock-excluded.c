// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include <linux/mutex.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

struct foo {
	struct mutex lock;
	int count __guarded_by(&lock);
};

static struct foo the_foo = { .lock = __MUTEX_INITIALIZER(the_foo.lock) };


/* Waits for somebody who needs the lock. */
static noinline void foo_flush(struct foo *foo)
	__must_not_hold(&foo->lock)
{
	must(!lockdep_is_held(&foo->lock));
}

static int wrong(void)
{
	mutex_lock(&the_foo.lock);
	the_foo.count = 0;
	foo_flush(&the_foo);	/* { dg-error "'foo_flush' is called with '&the_foo.*' held, which it must not be.*SAFE_E_LOCK_EXCLUDED" } */
	mutex_unlock(&the_foo.lock);
	return 0;
}

static int right(void)
{
	mutex_lock(&the_foo.lock);
	the_foo.count = 0;
	mutex_unlock(&the_foo.lock);
	foo_flush(&the_foo);
	return 0;
}
