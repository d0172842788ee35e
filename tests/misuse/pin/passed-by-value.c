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

static noinline u32 foo_forget(struct foo foo)	/* { dg-error "struct 'foo' is pinned and passed by value: what it contains is only good where it was initialised; pass a pointer.*SAFE_E_PIN_COPIED" } */
{
	list_del(&foo.node);
	return foo.id;
}

static noinline u32 foo_remove(struct foo *foo)
{
	list_del(&foo->node);
	return foo->id;
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	u32 id;

	if (!foo)
		return -ENOMEM;
	list_add(&foo->node, &foos);
	id = foo_forget(*foo);	/* { dg-error "struct 'foo' is pinned and passed by value: what it contains is only good where it was initialised; pass a pointer.*SAFE_E_PIN_COPIED" } */
	list_del_init(&foos);
	kfree(foo);
	return id;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	u32 id;

	if (!foo)
		return -ENOMEM;
	list_add(&foo->node, &foos);
	id = foo_remove(foo);
	kfree(foo);
	return id;
}
