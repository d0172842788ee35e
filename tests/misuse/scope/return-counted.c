// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free */
#include "../misuse.h"

#include <linux/cleanup.h>

struct foo {
	struct foo *next;
	int refs;
	int id;
};

static struct foo *foos;

static noinline struct foo *foo_find(int id)
{
	struct foo *foo;

	for (foo = foos; foo; foo = foo->next) {
		if (foo->id == id) {
			foo->refs++;
			return foo;
		}
	}
	return NULL;
}

static noinline void foo_put(struct foo *foo)
{
	if (foo && !--foo->refs)
		kfree(foo);
}

DEFINE_FREE(foo_put, struct foo *, foo_put(_T))

static int foo_add(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo->id = id;
	foo->refs = 1;
	foo->next = foos;
	foos = foo;
	return 0;
}

static void foo_remove_all(void)
{
	struct foo *foo = foos;

	foos = NULL;
	foo_put(foo);
}

static noinline struct foo *foo_enabled(int id)
{
	struct foo *foo __free(foo_put) = foo_find(id);	/* { dg-error "'foo' is returned, but its cleanup releases it.*SAFE_E_SCOPE_RETURN" } */

	if (!foo || !foo->id)
		return NULL;
	return foo;
}

static int wrong(void)
{
	struct foo *foo;

	if (foo_add(1))
		return -ENOMEM;
	foo = foo_enabled(1);
	foo_remove_all();
	return foo ? foo->id : 0;
}

static noinline struct foo *foo_enabled_get(int id)
{
	struct foo *foo __free(foo_put) = foo_find(id);

	if (!foo || !foo->id)
		return NULL;
	return no_free_ptr(foo);
}

static int right(void)
{
	struct foo *foo;
	int ret;

	if (foo_add(1))
		return -ENOMEM;
	foo = foo_enabled_get(1);
	foo_remove_all();
	ret = foo ? foo->id : 0;
	foo_put(foo);
	return ret;
}
