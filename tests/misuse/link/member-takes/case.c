// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../../misuse.h"
#include "helper.h"

static const struct foo_ops wrong_ops = { .give = foo_show };	/* { dg-warning "'foo_show' is set as 'foo_ops.give', which takes over its argument 1, but only looks at it.*SAFE_E_LEAK" } */
static const struct foo_ops right_ops = { .give = foo_eat };

static noinline int run(const struct foo_ops *ops, struct foo *foo)
{
	ops->give(foo);
	return 0;
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	return foo ? run(&wrong_ops, foo) : -ENOMEM;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	return foo ? run(&right_ops, foo) : -ENOMEM;
}
