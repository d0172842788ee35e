// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	struct foo *foo = foo_open(KMALLOC_MAX_SIZE);

	foo->name = NULL;	/* { dg-warning "'foo' is used but may be an error pointer: test what 'foo_open' returned with IS_ERR.*SAFE_E_UNCHECKED_ERR" } */
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_open(KMALLOC_MAX_SIZE);

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	foo->name = NULL;
	kfree(foo);
	return 0;
}
