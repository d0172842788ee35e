// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN|Segfault|Kernel panic|kernel BUG */
#include "../misuse.h"
#include "dirty.h"

#include <linux/cleanup.h>

struct foo {
	char *name;
	int id;
};

static noinline void foo_drop(struct foo *foo)
{
	kfree(foo->name);
}

static noinline int foo_fill(struct foo *foo, int id)
{
	foo->id = id;
	foo->name = kstrdup("foo", GFP_KERNEL);
	return foo->name ? 0 : -ENOMEM;
}

/* A struct, and it is left in the middle of a loop. */
static noinline int foo_sum(int n)
{
	int i, sum = 0;

	for (i = 0; i < n; i++) {
		struct foo foo __cleanup(foo_drop) __uninit;	/* { dg-error "'foo' is cleaned up.*SAFE_E_SCOPE_UNSET" } */

		if (i % 2 == 0)
			continue;
		if (foo_fill(&foo, i))
			return -ENOMEM;
		sum += foo.id;
	}
	return sum;
}

static int wrong(void)
{
	return on_dirty_stack(foo_sum, 4);
}

static noinline int foo_sum_set(int n)
{
	int i, sum = 0;

	for (i = 0; i < n; i++) {
		struct foo foo __cleanup(foo_drop) = { };

		if (i % 2 == 0)
			continue;
		if (foo_fill(&foo, i))
			return -ENOMEM;
		sum += foo.id;
	}
	return sum;
}

static int right(void)
{
	return on_dirty_stack(foo_sum_set, 4);
}
