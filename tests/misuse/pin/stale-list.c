// SPDX-License-Identifier: GPL-2.0
/* Runs into: list_add corruption */
#include "../misuse.h"

struct foo {
	u32 id;
	struct list_head items;
};


static noinline int wrong_clone(const struct foo *from, struct list_head *item)
{
	struct foo foo;

	INIT_LIST_HEAD(&foo.items);
	foo = *from;	/* { dg-note "overwritten with a copy here, after it was initialised" } */
	list_add(item, &foo.items);	/* { dg-error "'&foo.items' is used, but the object was copied from another one that is in use: initialise it first, or keep a pointer.*SAFE_E_PIN_STALE" } */
	list_del_init(item);
	return foo.id;
}

static noinline int right_clone(const struct foo *from, struct list_head *item)
{
	struct foo foo;

	foo = *from;
	INIT_LIST_HEAD(&foo.items);
	list_add(item, &foo.items);
	list_del_init(item);
	return foo.id;
}

static struct foo the_foo = { .items = LIST_HEAD_INIT(the_foo.items) };
static LIST_HEAD(item);

static int wrong(void)
{
	return wrong_clone(&the_foo, &item);
}

static int right(void)
{
	return right_clone(&the_foo, &item);
}
