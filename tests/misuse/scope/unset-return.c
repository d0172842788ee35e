// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN|Segfault|Kernel panic|kernel BUG */
#include "../misuse.h"
#include "dirty.h"

#include <linux/cleanup.h>

static noinline int foo_name(char **name)
{
	*name = kstrdup("foo", GFP_KERNEL);
	return *name ? 0 : -ENOMEM;
}

/* __uninit: as where CONFIG_INIT_STACK_ALL_ZERO is off. */
static noinline int foo_open(int id)
{
	char *name __free(kfree) __uninit;	/* { dg-error "'name' is cleaned up at the end of its scope, which can come before it is set.*SAFE_E_SCOPE_UNSET" } */

	if (id < 0)
		return -EINVAL;
	return foo_name(&name);
}

static int wrong(void)
{
	return on_dirty_stack(foo_open, -1);
}

static noinline int foo_open_named(int id)
{
	char *name __free(kfree) = NULL;

	if (id < 0)
		return -EINVAL;
	return foo_name(&name);
}

static int right(void)
{
	return on_dirty_stack(foo_open_named, -1);
}
