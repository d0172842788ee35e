// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic|KASAN */
#include "../misuse.h"

#include <linux/cleanup.h>

struct foo {
	int *count;
};

static int foo_count;

static noinline struct foo *foo_create(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (foo) {
		foo->count = &foo_count;
		foo_count++;
	}
	return foo;
}

static noinline void foo_destroy(struct foo *foo)
{
	--*foo->count;
	kfree(foo);
}

DEFINE_FREE(foo_destroy, struct foo *, foo_destroy(_T))
DEFINE_FREE(foo_or_none, struct foo *, _T ? foo_destroy(_T) : (void)0)

static noinline struct foo *foo_create_if(bool wanted)
{
	return wanted ? foo_create() : NULL;
}

static int wrong(void)
{
	struct foo *foo __free(foo_destroy) = foo_create_if(false);	/* { dg-error "'foo' can be NULL when the scope ends; test for NULL in DEFINE_FREE.*SAFE_E_SCOPE_NULL" } */

	if (!foo)
		return -ENOMEM;
	return *foo->count;
}

static int right(void)
{
	struct foo *foo __free(foo_or_none) = foo_create_if(false);

	if (!foo)
		return -ENOMEM;
	return *foo->count;
}
