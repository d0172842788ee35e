// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: (double-free|use-after-free) */
#include "../misuse.h"

struct foo {
	struct foo *parent;
	int id;
};

static noinline void foo_free_up(struct foo *foo)
{
	pr_debug("freeing %d\n", foo->id);
	kfree(foo);	/* { dg-note "released by 'kfree'" } */
	if (foo->parent)	/* { dg-error "'foo' is used after it was released by 'kfree'.*SAFE_E_USE_AFTER_FREE" } */
		foo_free_up(foo->parent);
}

static noinline void foo_free_up_rightly(struct foo *foo)
{
	struct foo *parent = foo->parent;

	pr_debug("freeing %d\n", foo->id);
	kfree(foo);
	if (parent)
		foo_free_up_rightly(parent);
}

static int foo_make(struct foo **child)
{
	struct foo *parent = kzalloc(sizeof(*parent), GFP_KERNEL);

	*child = kzalloc(sizeof(**child), GFP_KERNEL);
	if (!parent || !*child) {
		kfree(parent);
		kfree(*child);
		return -ENOMEM;
	}
	(*child)->parent = parent;
	return 0;
}

static int wrong(void)
{
	struct foo *foo;
	int ret = foo_make(&foo);

	if (!ret)
		foo_free_up(foo);
	return ret;
}

static int right(void)
{
	struct foo *foo;
	int ret = foo_make(&foo);

	if (!ret)
		foo_free_up_rightly(foo);
	return ret;
}
