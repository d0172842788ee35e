// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

struct foo {
	int id;
};

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	kfree(foo);
	return foo->id;	/* { dg-error "'foo' is used after it was released by 'kfree'.*SAFE_E_USE_AFTER_FREE" } */
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int id;

	if (!foo)
		return -ENOMEM;
	id = foo->id;
	kfree(foo);
	return id;
}
