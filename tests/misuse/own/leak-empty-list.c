// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include <linux/list.h>
#include "../misuse.h"

struct foo {
	struct list_head children;
	int value;
};

static struct foo *foo_new(int value)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);	/* { dg-note "allocated by 'k.*alloc" } */

	if (!foo)
		return NULL;
	INIT_LIST_HEAD(&foo->children);
	foo->value = value;
	return foo;
}

static int foo_check(int value)
{
	return value > 8 ? -ERANGE : 0;
}

static int wrong(void)
{
	struct foo *foo = foo_new(9);	/* { dg-note "in the call of 'foo_new'" } */
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_check(foo->value);
	if (ret)
		return ret;	/* { dg-error "the object is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_new(9);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_check(foo->value);
	kfree(foo);
	return ret;
}
