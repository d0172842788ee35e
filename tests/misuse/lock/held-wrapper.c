// SPDX-License-Identifier: GPL-2.0
/* Runs into: still has locks held */
#include <linux/rwsem.h>
#include "../misuse.h"

struct foo {
	struct rw_semaphore sem;
	int key;
};

static inline void foo_lock(struct foo *foo)
{
	down_write(&foo->sem);
}

static inline void foo_unlock(struct foo *foo)
{
	up_write(&foo->sem);
}

static noinline int foo_change(struct foo *foo, int key)
{
	int ret = 0;

	foo_lock(foo);
	switch (key) {
	case 0:
		foo->key = 1;
		break;
	case 1:
		return -EINVAL;	/* { dg-error "'&foo->sem' is still held when the function returns here.*SAFE_E_LOCK_HELD" } */
	default:
		ret = -ERANGE;
		break;
	}
	foo_unlock(foo);
	return ret;
}

static noinline int foo_change_rightly(struct foo *foo, int key)
{
	int ret = 0;

	foo_lock(foo);
	switch (key) {
	case 0:
		foo->key = 1;
		break;
	case 1:
		ret = -EINVAL;
		break;
	default:
		ret = -ERANGE;
		break;
	}
	foo_unlock(foo);
	return ret;
}

static struct foo the_foo = { .sem = __RWSEM_INITIALIZER(the_foo.sem) };

static int wrong(void)
{
	return foo_change(&the_foo, 1);
}

static int right(void)
{
	return foo_change_rightly(&the_foo, 1);
}
