// SPDX-License-Identifier: GPL-2.0
/* Runs into: list_del corruption|KASAN: stack-out-of-bounds|must: .*node */
#include "../misuse.h"
#include <safe/pin.h>

struct foo {
	u32 id;
	struct list_head node;
	SAFE_PINNED;
};


static int wrong(void)
{
	LIST_HEAD(foos);
	struct foo foo = { .id = 1 };

	list_add(&foo.node, &foos);
	struct foo copy = foo;	/* { dg-error "struct 'foo' is pinned and copied: what it contains is only good where it was initialised; pass a pointer.*SAFE_E_PIN_COPIED" } */

	list_del_init(&foo.node);
	must(copy.node.next == &copy.node || list_empty(&foos) == !copy.id);
	return copy.id;
}

static int right(void)
{
	LIST_HEAD(foos);
	struct foo foo = { .id = 1 };
	u32 id;

	list_add(&foo.node, &foos);
	id = foo.id;
	list_del_init(&foo.node);
	must(list_empty(&foos));
	return id;
}
