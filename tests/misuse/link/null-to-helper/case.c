// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	struct foo *foo = kzalloc(KMALLOC_MAX_SIZE + 1, GFP_KERNEL | __GFP_NOWARN);

	foo_init(foo, 2);	/* { dg-warning "'foo' is passed to 'foo_init', which uses it, but it may be NULL.*SAFE_E_UNCHECKED_NULL" } */
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = kzalloc(KMALLOC_MAX_SIZE + 1, GFP_KERNEL | __GFP_NOWARN);

	if (!foo)
		return -ENOMEM;
	foo_init(foo, 2);
	kfree(foo);
	return 0;
}
