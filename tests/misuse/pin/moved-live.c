// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: (slab-)?use-after-free */
#include "../misuse.h"

struct foo {
	u32 n;
	struct list_head items;
};

static noinline struct foo *wrong_new(size_t size)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL), *larger;

	if (!foo)
		return NULL;
	INIT_LIST_HEAD(&foo->items);
	larger = krealloc(foo, size, GFP_KERNEL);	/* { dg-error "'foo' may be moved, but contains a member that is in use where it is.*SAFE_E_PIN_MOVED" } */
	if (!larger) {
		kfree(foo);
		return NULL;
	}
	return larger;
}

static noinline struct foo *right_new(size_t size)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL), *larger;

	if (!foo)
		return NULL;
	larger = krealloc(foo, size, GFP_KERNEL);
	if (!larger) {
		kfree(foo);
		return NULL;
	}
	INIT_LIST_HEAD(&larger->items);
	return larger;
}

static int use(struct foo *foo)
{
	LIST_HEAD(item);

	if (!foo)
		return -ENOMEM;
	list_add(&item, &foo->items);
	list_del(&item);
	kfree(foo);
	return 0;
}

static int wrong(void)
{
	return use(wrong_new(5000));
}

static int right(void)
{
	return use(right_new(5000));
}
