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


static noinline int foo_step(struct foo *foo, int limit)
{
	mutex_lock(&foo->lock);	/* { dg-note "'&foo->lock' is taken" } */
	foo->count = min(foo->count + 1, limit);
	mutex_unlock(&foo->lock);	/* { dg-note "'&foo->lock' is released" } */
	must(lockdep_is_held(&foo->lock));
	return foo->count;	/* { dg-error "'foo->count' is read without '&foo->lock', which guards it.*SAFE_E_UNGUARDED" } */
}

static noinline int foo_step_rightly(struct foo *foo, int limit)
{
	int count;

	mutex_lock(&foo->lock);
	count = min(foo->count + 1, limit);
	foo->count = count;
	must(lockdep_is_held(&foo->lock));
	mutex_unlock(&foo->lock);
	return count;
}

static int wrong(void)
{
	return foo_step(&the_foo, 3);
}

static int right(void)
{
	return foo_step_rightly(&the_foo, 3);
}
