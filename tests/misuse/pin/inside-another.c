// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: list_empty */
#include "../misuse.h"
#include <safe/pin.h>

struct foo {
	u32 id;
	struct list_head node;
	SAFE_PINNED;
};


struct bar {
	int n;
	struct foo foo;
};

static noinline int wrong_read(struct bar *bar)
{
	struct bar snapshot = *bar;	/* { dg-error "struct 'bar' is pinned and copied: what it contains is only good where it was initialised; pass a pointer.*SAFE_E_PIN_COPIED" } */

	must(list_empty(&snapshot.foo.node));
	return snapshot.n;
}

static noinline int right_read(struct bar *bar)
{
	must(list_empty(&bar->foo.node));
	return bar->n;
}

static struct bar the_bar;

static int wrong(void)
{
	INIT_LIST_HEAD(&the_bar.foo.node);
	return wrong_read(&the_bar);
}

static int right(void)
{
	INIT_LIST_HEAD(&the_bar.foo.node);
	return right_read(&the_bar);
}
