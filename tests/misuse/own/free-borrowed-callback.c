// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in foo_for_each */
#include "../misuse.h"

struct foo {
	struct list_head node;
	int id;
};

/* The list stays as it is while it is being walked. */
typedef int (*foo_visit)(struct foo *__borrowed foo);

static noinline int foo_for_each(struct list_head *foos, foo_visit visit)
{
	struct foo *foo;
	int n = 0;

	list_for_each_entry(foo, foos, node)
		n += visit(foo);
	return n;
}

static int foo_count(struct foo *__borrowed foo);
static int foo_drop_first(struct foo *__borrowed foo);

static int foo_count(struct foo *foo)
{
	return foo->id == 1;
}

static int foo_drop_first(struct foo *foo)	/* { dg-note "borrowed from the caller" } */
{
	if (foo->id != 1)
		return 0;
	list_del(&foo->node);
	kfree(foo);	/* { dg-error "'foo' is released by 'kfree' but is only borrowed; its owner releases it.*SAFE_E_FREE_BORROWED" } */
	return 1;
}

static int foo_walk(foo_visit visit)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	LIST_HEAD(foos);
	int n;

	if (!foo)
		return -ENOMEM;
	foo->id = 1;
	list_add(&foo->node, &foos);
	n = foo_for_each(&foos, visit);
	if (!list_empty(&foos))
		kfree(foo);
	return n;
}

static int wrong(void)
{
	return foo_walk(foo_drop_first);
}

static int right(void)
{
	return foo_walk(foo_count);
}
