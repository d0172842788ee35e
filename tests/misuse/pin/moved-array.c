// SPDX-License-Identifier: GPL-2.0
/* Runs into: list_del corruption */
#include "../misuse.h"
#include <safe/pin.h>

struct foo {
	u32 id;
	struct list_head node;
	SAFE_PINNED;
};


static LIST_HEAD(foos);

static noinline void foo_close_gap(struct foo *foo, int n)
{
	memmove(foo, foo + 1, n * sizeof(*foo));	/* { dg-error "struct 'foo' is pinned and moved byte by byte: what it contains is only good where it was initialised; pass a pointer.*SAFE_E_PIN_COPIED" } */
}

static int wrong(void)
{
	struct foo *foo = kcalloc(3, sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	list_add(&foo[1].node, &foos);
	foo_close_gap(foo, 2);
	list_del(&foo[0].node);
	list_del_init(&foos);
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = kcalloc(3, sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	list_add(&foo[1].node, &foos);
	list_del(&foo[1].node);
	list_add(&foo[0].node, &foos);
	list_del(&foo[0].node);
	kfree(foo);
	return 0;
}
