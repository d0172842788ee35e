// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo_destroy(foo);	/* { dg-note "passed to 'foo_destroy'" } */
	return foo->id;	/* { dg-warning "'foo' is used after it was released by 'foo_destroy'.*SAFE_E_USE_AFTER_FREE" } */
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int id;

	if (!foo)
		return -ENOMEM;
	id = foo->id;
	foo_destroy(foo);
	return id;
}
