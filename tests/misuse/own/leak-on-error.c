// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

struct foo {
	int *table;
};

static int foo_check(size_t n)
{
	return n > 8 ? -E2BIG : 0;
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	foo->table = kcalloc(9, sizeof(*foo->table), GFP_KERNEL);	/* { dg-note "allocated by 'k.*alloc" } */
	if (!foo->table) {
		ret = -ENOMEM;
		goto free_foo;
	}
	ret = foo_check(9);
	if (ret)
		goto free_foo;
	kfree(foo->table);
free_foo:
	kfree(foo);	/* { dg-error "'foo->table' is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
	return ret;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	foo->table = kcalloc(9, sizeof(*foo->table), GFP_KERNEL);
	if (!foo->table) {
		ret = -ENOMEM;
		goto free_foo;
	}
	ret = foo_check(9);
	kfree(foo->table);
free_foo:
	kfree(foo);
	return ret;
}
