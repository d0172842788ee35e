// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: lockdep_is_held */
#include <linux/mutex.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

struct foo {
	struct mutex lock;
	int count __guarded_by(&lock);
};

static struct foo the_foo = { .lock = __MUTEX_INITIALIZER(the_foo.lock) };


/* Some paths forget what the annotation promises. */
static noinline void foo_enter(struct foo *foo, bool fast)
	__acquires(&foo->lock)
{
	if (fast)
		return;	/* { dg-error "'&foo->lock' is not held when the function returns here, but its annotation says.*SAFE_E_LOCK_PROMISE" } */
	mutex_lock(&foo->lock);
}

static noinline void foo_enter_rightly(struct foo *foo, bool fast)
	__acquires(&foo->lock)
{
	if (fast && mutex_trylock(&foo->lock))
		return;
	mutex_lock(&foo->lock);
}

static int wrong(void)
{
	foo_enter(&the_foo, true);
	must(lockdep_is_held(&the_foo.lock));
	the_foo.count++;
	mutex_unlock(&the_foo.lock);
	return 0;
}

static int right(void)
{
	foo_enter_rightly(&the_foo, true);
	must(lockdep_is_held(&the_foo.lock));
	the_foo.count++;
	mutex_unlock(&the_foo.lock);
	return 0;
}
