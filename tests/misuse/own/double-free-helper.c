// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

struct foo {
	int limit;
};

static void foo_drop(struct foo *foo, const char *why)
{
	pr_debug("dropping foo: %s\n", why);
	kfree(foo);	/* { dg-note "in the called function" } */
}

static int foo_set_limit(struct foo *foo, int limit)
{
	if (limit < 0) {
		foo_drop(foo, "no such limit");
		return -EINVAL;
	}
	foo->limit = limit;
	return 0;
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_set_limit(foo, -1);	/* { dg-note "released by 'kfree'" } */
	kfree(foo);	/* { dg-error "'foo' is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
	return ret;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_set_limit(foo, -1);
	if (ret)
		return ret;
	kfree(foo);
	return 0;
}
