// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	struct foo *foo = foo_find(KMALLOC_MAX_SIZE);

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	foo->name = NULL;	/* { dg-warning "'foo' is used after a test with IS_ERR.., but 'foo_find' returns NULL.*SAFE_E_NULL_AS_ERR" } */
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_find(KMALLOC_MAX_SIZE);

	if (!foo)
		return -ENOMEM;
	foo->name = NULL;
	kfree(foo);
	return 0;
}
