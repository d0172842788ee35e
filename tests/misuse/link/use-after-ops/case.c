// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	const struct foo_ops *ops = foo_ops(false);
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	ops->drop(foo);	/* { dg-note "passed to 'foo_ops.drop'" } */
	return foo->id;	/* { dg-warning "'foo' is used after it was released by 'foo_ops.drop'.*SAFE_E_USE_AFTER_FREE" } */
}

static int right(void)
{
	const struct foo_ops *ops = foo_ops(false);
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int id;

	if (!foo)
		return -ENOMEM;
	id = foo->id;
	ops->drop(foo);
	return id;
}
