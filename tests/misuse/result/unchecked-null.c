// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct foo {
	int id;
};

/* Nobody has that much memory: it always fails. */
static struct foo *foo_alloc(void)
{
	return kzalloc(KMALLOC_MAX_SIZE + 1, GFP_KERNEL | __GFP_NOWARN);
}

static int wrong(void)
{
	struct foo *foo = foo_alloc();

	foo->id = 1;	/* { dg-error "'foo' is used but may be NULL: test what 'kzalloc' returned first.*SAFE_E_UNCHECKED_NULL" } */
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_alloc();

	if (!foo)
		return -ENOMEM;
	foo->id = 1;
	kfree(foo);
	return 0;
}
