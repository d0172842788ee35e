// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: (slab-)?use-after-free|list_add corruption */
#include "../misuse.h"

struct foo {
	struct list_head node;
};

static LIST_HEAD(foos);

static noinline int wrong_add(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	list_add(&foo->node, &foos);
	if (id < 0) {
		kfree(foo);	/* { dg-error "'foo' is freed while it is in a list: remove it first.*SAFE_E_PIN_BUSY" } */
		return -EINVAL;
	}
	return 0;
}

static noinline int right_add(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	list_add(&foo->node, &foos);
	if (id < 0) {
		list_del(&foo->node);
		kfree(foo);
		return -EINVAL;
	}
	return 0;
}

static int wrong(void)
{
	wrong_add(-1);
	return wrong_add(-1);	/* { dg-error "'foos' is used after.*SAFE_E_USE_AFTER_FREE" } */
}

static int right(void)
{
	right_add(-1);
	return right_add(-1);
}
