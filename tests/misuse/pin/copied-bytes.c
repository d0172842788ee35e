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

static int wrong(void)
{
	struct foo a = { .id = 1 }, b;

	list_add(&a.node, &foos);
	memcpy(&b, &a, sizeof(a));	/* { dg-error "struct 'foo' is pinned and copied( byte by byte)?: what it contains is only good where it was initialised; pass a pointer.*SAFE_E_PIN_COPIED" } */
	list_del(&a.node);
	list_del(&b.node);	/* { dg-error "'&b.node' is used, but the object was copied from another one that is in use: initialise it first, or keep a pointer.*SAFE_E_PIN_STALE" } */
	return 0;
}

static int right(void)
{
	struct foo a = { .id = 1 }, b = { .id = 1 };

	list_add(&a.node, &foos);
	list_add(&b.node, &foos);
	list_del(&a.node);
	list_del(&b.node);
	return 0;
}
