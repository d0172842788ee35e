// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

struct foo {
	struct mutex lock;
	int users;
};

static struct foo *foo_create(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (foo)
		mutex_init(&foo->lock);
	return foo;
}

static noinline void foo_close(struct foo *foo)
{
	guard(mutex)(&foo->lock);	/* { dg-error "releases its lock at the end of the scope, when 'foo' that contains the lock is gone.*scoped_guard.*SAFE_E_GUARD_OUTLIVES" } */

	foo->users = 0;
	kfree(foo);	/* { dg-note "released by 'kfree'" } */
}

static int wrong(void)
{
	struct foo *foo = foo_create();

	if (!foo)
		return -ENOMEM;
	foo_close(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_create();

	if (!foo)
		return -ENOMEM;
	scoped_guard(mutex, &foo->lock)
		foo->users = 0;
	kfree(foo);
	return 0;
}
