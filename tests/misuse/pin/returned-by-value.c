// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: list_empty */
#include "../misuse.h"
#include <safe/pin.h>

struct foo {
	u32 id;
	struct list_head node;
	SAFE_PINNED;
};


static noinline struct foo foo_make(u32 id)	/* { dg-error "struct 'foo' is pinned and returned by value: what it contains is only good where it was initialised; pass a pointer.*SAFE_E_PIN_COPIED" } */
{
	struct foo foo = { .id = id };

	INIT_LIST_HEAD(&foo.node);
	return foo;
}

static noinline void foo_setup(struct foo *foo, u32 id)
{
	foo->id = id;
	INIT_LIST_HEAD(&foo->node);
}

static int wrong(void)
{
	struct foo foo = foo_make(1);	/* { dg-error "struct 'foo' is pinned and (returned by value|copied): what it contains is only good where it was initialised; pass a pointer.*SAFE_E_PIN_COPIED" } */

	must(list_empty(&foo.node));
	return 0;
}

static int right(void)
{
	struct foo foo;

	foo_setup(&foo, 1);
	must(list_empty(&foo.node));
	return 0;
}
