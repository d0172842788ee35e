// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	struct foo *foo = foo_open(KMALLOC_MAX_SIZE);	/* { dg-note "returned by 'foo_open'" } */

	foo->name = NULL;	/* { dg-warning "'foo' is used but may be NULL: test what 'foo_open' returned first.*SAFE_E_UNCHECKED_NULL" } */
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_open(KMALLOC_MAX_SIZE);

	if (!foo)
		return -ENOMEM;
	foo->name = NULL;
	kfree(foo);
	return 0;
}
