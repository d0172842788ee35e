// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../../misuse.h"
#include "helper.h"

static int foo_start(struct foo *foo)
{
	return foo->id ? 0 : -EINVAL;
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_start(foo);
	if (ret)
		foo_destroy(foo);	/* { dg-note "passed to 'foo_destroy'" } */
	kfree(foo);	/* { dg-warning "'foo' is released by 'kfree' after it was released by 'foo_destroy'.*SAFE_E_DOUBLE_FREE" } */
	return ret;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_start(foo);
	foo_destroy(foo);
	return ret;
}
