// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN|Segfault|Kernel panic|kernel BUG */
#include "../misuse.h"
#include "dirty.h"

#include <linux/cleanup.h>

static noinline int foo_check(int id)
{
	return id < 0 ? -EINVAL : 0;
}

static noinline int foo_name(char **name)
{
	*name = kstrdup("foo", GFP_KERNEL);
	return *name ? 0 : -ENOMEM;
}

static noinline int foo_open(int id)
{
	int ret = foo_check(id);

	if (ret)
		goto out;	/* { dg-error "this goto enters the scope of 'name' without its initialisation.*SAFE_E_SCOPE_JUMP" } */

	char *name __free(kfree) = NULL;	/* { dg-note "declared here" } */

	ret = foo_name(&name);
out:
	return ret;
}

static int wrong(void)
{
	return on_dirty_stack(foo_open, -1);
}

static noinline int foo_open_or_return(int id)
{
	int ret = foo_check(id);

	if (ret)
		return ret;

	char *name __free(kfree) = NULL;

	return foo_name(&name);
}

static int right(void)
{
	return on_dirty_stack(foo_open_or_return, -1);
}
