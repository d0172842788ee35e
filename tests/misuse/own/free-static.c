// SPDX-License-Identifier: GPL-2.0
/* Runs into: WARNING: .*free_large_kmalloc */
#include "../misuse.h"

struct foo {
	int mode;
};

static struct foo foo_default = { .mode = 1 };

static struct foo *foo_get(int mode)
{
	struct foo *foo;

	if (!mode)
		return &foo_default;
	foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	if (foo)
		foo->mode = mode;
	return foo;
}

static int wrong(void)
{
	struct foo *foo = foo_get(0);
	int mode;

	if (!foo)
		return -ENOMEM;
	mode = foo->mode;
	kfree(foo);	/* { dg-error "'foo' is released by 'kfree' but is no object of an allocator.*SAFE_E_FREE_FOREIGN" } */
	return mode;
}

static int right(void)
{
	struct foo *foo = foo_get(0);
	int mode;

	if (!foo)
		return -ENOMEM;
	mode = foo->mode;
	if (foo != &foo_default)
		kfree(foo);
	return mode;
}
