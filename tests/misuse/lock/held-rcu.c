// SPDX-License-Identifier: GPL-2.0
/* Runs into: Invalid wait context(.|\n)*rcu_read_lock */
#include <linux/rcupdate.h>
#include "../misuse.h"

struct foo {
	int id;
};

static struct foo __rcu *the_foo;

static noinline int foo_id(int *id)
{
	struct foo *foo;

	rcu_read_lock();	/* { dg-note "RCU is taken for reading" } */
	foo = rcu_dereference(the_foo);
	if (!foo)
		return -ENODEV;	/* { dg-error "RCU is still held when the function returns here.*SAFE_E_LOCK_HELD" } */
	*id = foo->id;
	rcu_read_unlock();
	return 0;
}

static noinline int foo_id_rightly(int *id)
{
	struct foo *foo;
	int ret = -ENODEV;

	rcu_read_lock();
	foo = rcu_dereference(the_foo);
	if (foo) {
		*id = foo->id;
		ret = 0;
	}
	rcu_read_unlock();
	return ret;
}

static int wrong(void)
{
	int id;

	return foo_id(&id);
}

static int right(void)
{
	int id;

	return foo_id_rightly(&id);
}
