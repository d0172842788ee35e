// SPDX-License-Identifier: GPL-2.0
/* Runs into: WARNING: .*foo_remove */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(foo_lock);
static LIST_HEAD(foos);

struct foo {
	struct list_head node;
	int id;
};

static noinline struct foo *foo_add(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo->id = id;
	list_add(&foo->node, &foos);
	return foo;
}

static noinline int foo_check(struct foo *foo)
{
	return foo->id < 0 ? -EINVAL : 0;
}

static noinline void foo_remove(struct foo *foo)
{
	lockdep_assert_held(&foo_lock);
	list_del(&foo->node);
	kfree(foo);
}

DEFINE_FREE(foo_remove, struct foo *, IS_ERR_OR_NULL(_T) ? (void)0 : foo_remove(_T))

static int wrong(void)
{
	struct foo *foo __free(foo_remove) = NULL;	/* { dg-error "'foo' was declared before the guard of 'foo_lock', so it is released after that lock is.*SAFE_E_SCOPE_ORDER" } */

	guard(mutex)(&foo_lock);
	foo = foo_add(-1);
	if (!foo)
		return -ENOMEM;
	if (foo_check(foo))
		return -EINVAL;
	foo = NULL;
	return 0;
}

static int right(void)
{
	guard(mutex)(&foo_lock);

	struct foo *foo __free(foo_remove) = foo_add(-1);

	if (!foo)
		return -ENOMEM;
	if (foo_check(foo))
		return -EINVAL;
	foo = NULL;
	return 0;
}
