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


static noinline void add(int *to, int what)
{
	must(lockdep_is_held(&the_foo.lock));
	*to += what;
}

static noinline void foo_add(struct foo *foo, int what)
{
	add(&foo->count, what);	/* { dg-error "the address of 'foo->count' is passed on without '&foo->lock', which guards it.*SAFE_E_GUARDED_PASSED" } */
}

static noinline void foo_add_rightly(struct foo *foo, int what)
{
	mutex_lock(&foo->lock);
	add(&foo->count, what);
	mutex_unlock(&foo->lock);
}

static int wrong(void)
{
	foo_add(&the_foo, 1);
	return 0;
}

static int right(void)
{
	foo_add_rightly(&the_foo, 1);
	return 0;
}
