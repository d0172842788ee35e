// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: list_empty */
#include "../misuse.h"
#include <linux/mutex.h>

struct foo {
	u32 id;
	struct mutex lock;
	struct list_head items;
};


static noinline struct foo *wrong_new(void)
{
	struct foo template = { .id = 1 }, *foo = kmalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	mutex_init(&template.lock);
	INIT_LIST_HEAD(&template.items);
	*foo = template;	/* { dg-note "copied here, from an object that is in use" } */
	list_splice(&foo->items, &template.items);	/* { dg-error "'&foo->items' is used, but the object was copied from another one that is in use: initialise it first, or keep a pointer.*SAFE_E_PIN_STALE" } */
	must(list_empty(&foo->items));
	return foo;
}

static noinline struct foo *right_new(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo->id = 1;
	mutex_init(&foo->lock);
	INIT_LIST_HEAD(&foo->items);
	must(list_empty(&foo->items));
	return foo;
}

static int wrong(void)
{
	kfree(wrong_new());
	return 0;
}

static int right(void)
{
	kfree(right_new());
	return 0;
}
