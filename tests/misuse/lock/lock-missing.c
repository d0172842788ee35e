// SPDX-License-Identifier: GPL-2.0
/* Runs into: WARNING: .*foo_reset */
#include <linux/mutex.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

struct foo {
	struct mutex lock;
	int count __guarded_by(&lock);
};

static struct foo the_foo = { .lock = __MUTEX_INITIALIZER(the_foo.lock) };


static noinline void foo_reset(struct foo *foo)
	__must_hold(&foo->lock)
{
	lockdep_assert_held(&foo->lock);
	foo->count = 0;
}

static int wrong(void)
{
	foo_reset(&the_foo);	/* { dg-error "'foo_reset' is called without '&the_foo.lock', which it wants its caller to hold.*SAFE_E_LOCK_MISSING" } */
	return 0;
}

static int right(void)
{
	mutex_lock(&the_foo.lock);
	foo_reset(&the_foo);
	mutex_unlock(&the_foo.lock);
	return 0;
}
