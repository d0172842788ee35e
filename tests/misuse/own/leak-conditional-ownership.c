// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

struct foo {
	struct list_head node;
	int id;
};

static LIST_HEAD(foos);

int foo_register(struct foo *__takes_if("ret == 0") foo);

int foo_register(struct foo *foo)
{
	if (foo->id < 0)
		return -EINVAL;
	list_add(&foo->node, &foos);
	return 0;
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);	/* { dg-note "allocated by 'kzalloc'" } */

	if (!foo)
		return -ENOMEM;
	foo->id = -1;
	return foo_register(foo);	/* { dg-error "'foo' is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	foo->id = -1;
	ret = foo_register(foo);
	if (ret)
		kfree(foo);
	return ret;
}
