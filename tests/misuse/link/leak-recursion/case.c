// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	return foo_depth(foo, 4);	/* { dg-warning "'foo' is leaked.*SAFE_E_LEAK" } */
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int depth;

	if (!foo)
		return -ENOMEM;
	depth = foo_depth(foo, 4);
	kfree(foo);
	return depth;
}
