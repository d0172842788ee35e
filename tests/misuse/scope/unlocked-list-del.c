// SPDX-License-Identifier: GPL-2.0
/* Runs into: must:  */
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

static noinline void foo_del(struct foo *foo)
{
	list_del(&foo->node);
	must(mutex_is_locked(&foo_lock));
	kfree(foo);
}

DEFINE_FREE(foo_del, struct foo *, IS_ERR_OR_NULL(_T) ? (void)0 : foo_del(_T))

static int wrong(void)
{
	struct foo *foo __free(foo_del) = NULL;	/* { dg-error "'foo' was declared before the guard.*SAFE_E_SCOPE_ORDER" } */

	scoped_guard(mutex, &foo_lock) {
		foo = foo_add(-1);
		if (!foo)
			return -ENOMEM;
	}
	return foo_check(foo);
}

static int right(void)
{
	guard(mutex)(&foo_lock);

	struct foo *foo __free(foo_del) = foo_add(-1);

	if (!foo)
		return -ENOMEM;
	return foo_check(foo);
}
