// SPDX-License-Identifier: GPL-2.0
/* Runs into: still has locks held */
#include <linux/mutex.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

struct foo {
	struct mutex lock;
	int users, wanted __guarded_by(&lock);
};

/* Released after the first part, but not after the second. */
static noinline int foo_open(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo->users++;
	mutex_unlock(&foo->lock);
	mutex_lock(&foo->lock);	/* { dg-note "'&foo->lock' is taken" } */
	foo->wanted++;
	return 0;	/* { dg-error "'&foo->lock' is still held when the function returns here; release it.*SAFE_E_LOCK_HELD" } */
}

static noinline int foo_open_rightly(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo->users++;
	foo->wanted++;
	mutex_unlock(&foo->lock);
	return 0;
}

static struct foo the_foo = { .lock = __MUTEX_INITIALIZER(the_foo.lock) };

static int wrong(void)
{
	return foo_open(&the_foo);	/* { dg-error "'&the_foo.lock' is still held when the function returns here.*SAFE_E_LOCK_HELD" } */
}

static int right(void)
{
	return foo_open_rightly(&the_foo);
}
