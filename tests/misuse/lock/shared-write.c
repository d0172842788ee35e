// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: lockdep_is_held_type */
#include <linux/rwsem.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

struct foo {
	struct rw_semaphore sem;
	int key __guarded_by(&sem);
};

static struct foo the_foo = { .sem = __RWSEM_INITIALIZER(the_foo.sem) };

static noinline void foo_touch(struct foo *foo)
{
	down_read(&foo->sem);
	if (!foo->key)
		foo->key = 1;	/* { dg-error "'foo->key' is written, but '&foo->sem', which guards it, is held for reading only.*SAFE_E_LOCK_MODE" } */
	must(lockdep_is_held_type(&foo->sem, 0));
	up_read(&foo->sem);
}

static noinline void foo_touch_rightly(struct foo *foo)
{
	down_write(&foo->sem);
	if (!foo->key)
		foo->key = 1;
	must(lockdep_is_held_type(&foo->sem, 0));
	up_write(&foo->sem);
}

static int wrong(void)
{
	foo_touch(&the_foo);
	return 0;
}

static int right(void)
{
	foo_touch_rightly(&the_foo);
	return 0;
}
