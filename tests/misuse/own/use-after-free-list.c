// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

struct foo {
	struct list_head node;
};

static void foo_add(struct list_head *foos)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (foo)
		list_add(&foo->node, foos);
}

static int wrong(void)
{
	LIST_HEAD(foos);
	struct foo *foo;

	foo_add(&foos);
	foo_add(&foos);
	list_for_each_entry(foo, &foos, node)	/* { dg-error "'foo' is used after it was released by 'kfree'.*SAFE_E_USE_AFTER_FREE" } */
		kfree(foo);	/* { dg-note "released by 'kfree'" } */
	return 0;
}

static int right(void)
{
	LIST_HEAD(foos);
	struct foo *foo, *next;

	foo_add(&foos);
	foo_add(&foos);
	list_for_each_entry_safe(foo, next, &foos, node)
		kfree(foo);
	return 0;
}
