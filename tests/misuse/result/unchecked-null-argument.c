// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct foo {
	int id;
	int users;
};

static struct foo *foo_alloc(size_t extra)
{
	return kzalloc(sizeof(struct foo) + extra, GFP_KERNEL | __GFP_NOWARN); /* { dg-note "allocated by 'kzalloc'" } */
}

static noinline struct foo *foo_init(struct foo *foo, int id)
{
	foo->id = id;
	foo->users = 1;
	return foo;
}

static int wrong(void)
{
	struct foo *foo;

	foo = foo_init(foo_alloc(KMALLOC_MAX_SIZE), 7); /* { dg-error "the pointer is used but may be NULL: test what 'kzalloc' returned first.*SAFE_E_UNCHECKED_NULL" } */
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_alloc(KMALLOC_MAX_SIZE);

	if (!foo)
		return -ENOMEM;
	foo_init(foo, 7);
	kfree(foo);
	return 0;
}
