// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct foo {
	int id;
};

/* An allocator behind an allocator behind an allocator. */
static noinline void *foo_memory(size_t n)
{
	return kzalloc(n, GFP_KERNEL | __GFP_NOWARN);	/* { dg-note "allocated by 'kzalloc'" } */
}

static noinline struct foo *foo_alloc(size_t extra)
{
	return foo_memory(sizeof(struct foo) + extra);
}

static noinline struct foo *foo_new(int id, size_t extra)
{
	struct foo *foo = foo_alloc(extra);

	foo->id = id;	/* { dg-error "'foo' is used but may be NULL: .*SAFE_E_UNCHECKED_NULL" } */
	return foo;
}

static noinline struct foo *foo_new_rightly(int id, size_t extra)
{
	struct foo *foo = foo_alloc(extra);

	if (foo)
		foo->id = id;
	return foo;
}

static int wrong(void)
{
	kfree(foo_new(1, KMALLOC_MAX_SIZE));
	return 0;
}

static int right(void)
{
	kfree(foo_new_rightly(1, KMALLOC_MAX_SIZE));
	return 0;
}
