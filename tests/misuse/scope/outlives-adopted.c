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

/* The variable that frees was declared after the guard: it is cleaned up before. */
static noinline int foo_close(struct foo *foo)
{
	guard(mutex)(&foo->lock);	/* { dg-error "SAFE_E_GUARD_OUTLIVES" } */

	struct foo *mine __free(kfree) = foo;

	return mine->users;
}

static int wrong(void)
{
	struct foo *foo = foo_create();

	if (!foo)
		return -ENOMEM;
	return foo_close(foo);
}

static noinline int foo_close_in_order(struct foo *foo)
{
	struct foo *mine __free(kfree) = foo;

	guard(mutex)(&foo->lock);
	return mine->users;
}

static int right(void)
{
	struct foo *foo = foo_create();

	if (!foo)
		return -ENOMEM;
	return foo_close_in_order(foo);
}
