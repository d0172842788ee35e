// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN|Segfault|Kernel panic|kernel BUG|WARNING: .*free_large_kmalloc */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include "../scope/dirty.h"

static noinline int foo_check(int n)
{
	return n > 64 ? -E2BIG : 0;
}

/* One label for all, and not everything is there yet.  __uninit: as where nothing sets it. */
static noinline int foo_copy(int n)
{
	char *from, *to __uninit;
	int ret = -ENOMEM;

	from = kmalloc(16, GFP_KERNEL);
	if (!from)
		return ret;
	ret = foo_check(n);
	if (ret)
		goto out;
	to = kmalloc(n, GFP_KERNEL);
	if (!to)
		ret = -ENOMEM;
out:
	kfree(to);	/* { dg-warning "'to' is used but was not set on this path.*SAFE_E_UNINIT_READ" } */
	kfree(from);
	return ret;
}

static noinline int foo_copy_rightly(int n)
{
	char *from, *to = NULL;
	int ret = -ENOMEM;

	from = kmalloc(16, GFP_KERNEL);
	if (!from)
		return ret;
	ret = foo_check(n);
	if (ret)
		goto out;
	to = kmalloc(n, GFP_KERNEL);
	if (!to)
		ret = -ENOMEM;
out:
	kfree(to);
	kfree(from);
	return ret;
}

static int wrong(void)
{
	return on_dirty_stack(foo_copy, 65);
}

static int right(void)
{
	return on_dirty_stack(foo_copy_rightly, 65);
}
