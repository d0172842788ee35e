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


static int wrong(void)
{
	struct foo *foo = &the_foo;

	foo->count++;	/* { dg-error "'.*count' is read without '&the_foo.lock', which guards it; take it before.*SAFE_E_UNGUARDED" } */
	must(lockdep_is_held(&foo->lock));
	return 0;
}

static int right(void)
{
	struct foo *foo = &the_foo;

	mutex_lock(&foo->lock);
	foo->count++;
	must(lockdep_is_held(&foo->lock));
	mutex_unlock(&foo->lock);
	return 0;
}
