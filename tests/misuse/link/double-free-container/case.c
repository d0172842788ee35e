// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	node_drop(&foo->node);
	kfree(foo);	/* { dg-warning "'foo' is released by 'kfree' after it was released by 'node_drop'.*SAFE_E_DOUBLE_FREE" } */
	return 0;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	node_drop(&foo->node);
	return 0;
}
