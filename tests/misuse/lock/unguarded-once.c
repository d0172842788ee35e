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

static noinline int foo_get(struct foo *foo)
{
	return READ_ONCE(foo->count);	/* { dg-error "'foo->count' is read without '&foo->lock', which guards it; take it before.*SAFE_E_UNGUARDED" } */
}

static noinline int foo_get_rightly(struct foo *foo)
{
	int count;

	mutex_lock(&foo->lock);
	count = READ_ONCE(foo->count);
	mutex_unlock(&foo->lock);
	return count;
}

/* Written in one piece, but in the midst of what the lock keeps together. */
static int wrong(void)
{
	struct foo *foo = &the_foo;

	WRITE_ONCE(foo->count, 1);	/* { dg-error "is written without '&the_foo.lock', which guards it; take it before.*SAFE_E_UNGUARDED" } */
	must(lockdep_is_held(&foo->lock));
	return foo_get(foo);
}

static int right(void)
{
	struct foo *foo = &the_foo;

	mutex_lock(&foo->lock);
	WRITE_ONCE(foo->count, 1);
	must(lockdep_is_held(&foo->lock));
	mutex_unlock(&foo->lock);
	return foo_get_rightly(foo);
}
