// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

struct foo_name {
	char *text;
	size_t length;
};

/* The struct is a copy, what its member points to is not. */
static noinline void foo_name_drop(struct foo_name name)
{
	kfree(name.text);
}

static int wrong(void)
{
	struct foo_name name = { .text = kstrdup("foo", GFP_KERNEL) };

	if (!name.text)
		return -ENOMEM;
	foo_name_drop(name);	/* { dg-note "released by 'kfree'" } */
	name.length = 0;
	foo_name_drop(name);	/* { dg-error "is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
	return 0;
}

static int right(void)
{
	struct foo_name name = { .text = kstrdup("foo", GFP_KERNEL) };

	if (!name.text)
		return -ENOMEM;
	foo_name_drop(name);
	name.text = NULL;
	foo_name_drop(name);
	return 0;
}
