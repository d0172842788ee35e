// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible circular locking dependency */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(foo_list_lock);

struct foo {
	struct mutex lock;
	int count;
};

static struct foo foo;

static noinline void foo_add(struct foo *foo)
{
	guard(mutex)(&foo_list_lock);
	guard(mutex)(&foo->lock);
	foo->count++;
}

static noinline void foo_del(struct foo *foo)
{
	guard(mutex)(&foo->lock);

	if (foo->count) {
		guard(mutex)(&foo_list_lock);	/* { dg-error "'foo_list_lock' is taken while 'foo->lock' is held, and elsewhere the other way round.*SAFE_E_GUARD_ORDER" } */
		foo->count--;
	}
}

static int wrong(void)
{
	mutex_init(&foo.lock);
	foo_add(&foo);
	foo_del(&foo);
	return 0;
}

static noinline void foo_del_in_order(struct foo *foo)
{
	guard(mutex)(&foo_list_lock);
	guard(mutex)(&foo->lock);
	if (foo->count)
		foo->count--;
}

static int right(void)
{
	mutex_init(&foo.lock);
	foo_add(&foo);
	foo_del_in_order(&foo);
	return 0;
}
