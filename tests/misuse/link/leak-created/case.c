// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*foo_create */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	struct foo *foo = foo_create(3);	/* { dg-warning "'foo' is leaked: it is never released.*SAFE_E_LEAK" } */

	if (!foo)
		return -ENOMEM;
	return foo->id;
}

static int right(void)
{
	struct foo *foo = foo_create(3);
	int id;

	if (!foo)
		return -ENOMEM;
	id = foo->id;
	kfree(foo);
	return id;
}
