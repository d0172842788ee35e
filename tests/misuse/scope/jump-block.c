// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN|Segfault|Kernel panic|kernel BUG */
#include "../misuse.h"
#include "dirty.h"

#include <linux/cleanup.h>

static noinline bool foo_busy(void)
{
	return true;
}

static noinline int foo_name(char **name)
{
	*name = kstrdup("foo", GFP_KERNEL);
	return *name ? 0 : -ENOMEM;
}

/* Two variables: the first of them is named. */
static noinline int foo_count(int length)
{
	if (foo_busy())
		goto count;	/* { dg-error "this goto enters the scope of 'first'.*SAFE_E_SCOPE_JUMP" } */
	if (length < 8) {
		char *first __free(kfree) = NULL;
		char *second __free(kfree) = NULL;

		if (foo_name(&first) || foo_name(&second))
			return -ENOMEM;
count:
		length++;
	}
	return length;
}

static int wrong(void)
{
	return on_dirty_stack(foo_count, 0);
}

static noinline int foo_count_names(int length)
{
	char *first __free(kfree) = NULL;
	char *second __free(kfree) = NULL;

	if (foo_busy())
		return length + 1;
	if (foo_name(&first) || foo_name(&second))
		return -ENOMEM;
	return length + 1;
}

static int right(void)
{
	return on_dirty_stack(foo_count_names, 0);
}
