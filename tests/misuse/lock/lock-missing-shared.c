// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !foo_readers */
#include <linux/rwsem.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

struct foo {
	struct rw_semaphore sem;
	int key __guarded_by(&sem);
};

static int foo_readers;

/* It writes: that nobody else does is not enough. */
static noinline void foo_set(struct foo *foo, int key)
	__must_hold(&foo->sem)
{
	must(!foo_readers);
	foo->key = key;
}

static struct foo the_foo = { .sem = __RWSEM_INITIALIZER(the_foo.sem) };

static int wrong(void)
{
	struct foo *foo = &the_foo;

	down_read(&foo->sem);
	foo_readers++;
	if (!foo->key)
		foo_set(foo, 1);	/* { dg-error "'foo_set' is called without '&foo->sem' held for writing, which it wants its caller to hold.*SAFE_E_LOCK_MISSING" } */
	foo_readers--;
	up_read(&foo->sem);
	return 0;
}

static int right(void)
{
	struct foo *foo = &the_foo;

	down_write(&foo->sem);
	if (!foo->key)
		foo_set(foo, 1);
	up_write(&foo->sem);
	return 0;
}
