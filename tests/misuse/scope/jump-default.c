// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN|Segfault|Kernel panic|kernel BUG */
#include "../misuse.h"
#include "dirty.h"

#include <linux/cleanup.h>

enum foo_kind { FOO_NAMED, FOO_OTHER };

static noinline int foo_name(char **name)
{
	*name = kstrdup("foo", GFP_KERNEL);
	return *name ? 0 : -ENOMEM;
}

static noinline int foo_open(int kind)
{
	int ret = 0;

	switch (kind) {
	case FOO_NAMED:
		ret = -ENOMEM;
		char *name __free(kfree) = NULL;

		ret = foo_name(&name);
		break;
	default:	/* { dg-error "this case enters the scope of 'name'.*SAFE_E_SCOPE_JUMP" } */
		ret = -EINVAL;
	}
	return ret;
}

static int wrong(void)
{
	return on_dirty_stack(foo_open, FOO_OTHER);
}

static noinline int foo_open_named(void)
{
	char *name __free(kfree) = NULL;

	return foo_name(&name);
}

static noinline int foo_open_if_named(int kind)
{
	switch (kind) {
	case FOO_NAMED:
		return foo_open_named();
	default:
		return -EINVAL;
	}
}

static int right(void)
{
	return on_dirty_stack(foo_open_if_named, FOO_OTHER);
}
