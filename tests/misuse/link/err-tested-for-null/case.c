// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	struct foo *foo = foo_open(KMALLOC_MAX_SIZE);

	if (!foo)
		return -ENOMEM;
	foo->name = NULL;	/* { dg-warning "'foo' is used after a test for NULL, but 'foo_open' returns an error pointer.*SAFE_E_ERR_AS_NULL" } */
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
