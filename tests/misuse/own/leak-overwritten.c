// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

struct foo {
	char *label;
};

static struct foo *foo_alloc(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (foo)
		foo->label = kstrdup("none", GFP_KERNEL);	/* { dg-note "allocated by 'kstrdup'" } */
	return foo;
}

static void foo_free(struct foo *foo)
{
	kfree(foo->label);
	kfree(foo);
}

static int wrong(void)
{
	struct foo *foo = foo_alloc();

	if (!foo)
		return -ENOMEM;
	foo->label = kasprintf(GFP_KERNEL, "foo%d", 1);	/* { dg-error "leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
	foo_free(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_alloc();

	if (!foo)
		return -ENOMEM;
	kfree(foo->label);
	foo->label = kasprintf(GFP_KERNEL, "foo%d", 1);
	foo_free(foo);
	return 0;
}
