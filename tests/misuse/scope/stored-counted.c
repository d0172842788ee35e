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

struct bar {
	struct foo *foo;
};

static noinline int bar_attach(struct bar *bar, int id)
{
	struct foo *foo __free(foo_put) = foo_find(id);	/* { dg-error "'foo' is stored where others see it.*or a reference of its own.*SAFE_E_SCOPE_STORED" } */

	if (!foo)
		return -ENOENT;
	bar->foo = foo;
	return 0;
}

static int wrong(void)
{
	struct bar bar = { };

	if (foo_add(1) || bar_attach(&bar, 1))
		return -ENOMEM;
	foo_remove_all();
	return bar.foo->id;
}

static noinline int bar_attach_counted(struct bar *bar, int id)
{
	struct foo *foo __free(foo_put) = foo_find(id);

	if (!foo)
		return -ENOENT;
	bar->foo = no_free_ptr(foo);
	return 0;
}

static int right(void)
{
	struct bar bar = { };
	int ret;

	if (foo_add(1) || bar_attach_counted(&bar, 1))
		return -ENOMEM;
	foo_remove_all();
	ret = bar.foo->id;
	foo_put(bar.foo);
	return ret;
}
