// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../../misuse.h"
#include "helper.h"

static void foo_stop(struct foo *foo)
{
	pr_debug("stopped\n");
	foo_destroy(foo);
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo_stop(foo);	/* { dg-note "passed to 'foo_stop'" } */
	return foo->id;	/* { dg-warning "'foo' is used after it was released by 'foo_stop'.*SAFE_E_USE_AFTER_FREE" } */
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int id;

	if (!foo)
		return -ENOMEM;
	id = foo->id;
	foo_stop(foo);
	return id;
}
