// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: (slab-)?use-after-free|list_add corruption */
#include "../misuse.h"
#include <safe/pin.h>

struct foo {
	u32 id;
	struct list_head node;
	SAFE_PINNED;
};


static noinline struct foo *foo_grow(struct foo *foos, size_t n)
{
	return krealloc(foos, n * sizeof(*foos), GFP_KERNEL);	/* { dg-error "struct 'foo' is pinned and moved by krealloc..: what it contains is only good where it was initialised; pass a pointer.*SAFE_E_PIN_COPIED" } */
}

static int wrong(void)
{
	LIST_HEAD(list);
	struct foo *foos = kcalloc(1, sizeof(*foos), GFP_KERNEL), *more;

	if (!foos)
		return -ENOMEM;
	list_add(&foos->node, &list);
	more = foo_grow(foos, 1000);
	list_del(list.next);
	kfree(more ?: foos);
	return 0;
}

static int right(void)
{
	LIST_HEAD(list);
	struct foo *foos = kcalloc(1, sizeof(*foos), GFP_KERNEL), *more;

	if (!foos)
		return -ENOMEM;
	list_add(&foos->node, &list);
	more = kcalloc(1000, sizeof(*foos), GFP_KERNEL);
	list_del(list.next);
	kfree(more);
	kfree(foos);
	return 0;
}
