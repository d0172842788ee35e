// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

struct foo {
	char *name;
};

const char *foo_name(const struct foo *__borrowed foo) __returns_borrowed;

const char *foo_name(const struct foo *foo)
{
	return foo->name;
}

static void foo_free(struct foo *foo)
{
	kfree(foo->name);
	kfree(foo);
}

static struct foo *foo_alloc(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo->name = kstrdup("foo", GFP_KERNEL);
	return foo;
}

static int wrong(void)
{
	struct foo *foo = foo_alloc();
	const char *name;

	if (!foo)
		return -ENOMEM;
	name = foo_name(foo);	/* { dg-note "borrowed from 'foo_name'" } */
	kfree(name);	/* { dg-error "'name' is released by 'kfree' but is only borrowed; its owner releases it.*SAFE_E_FREE_BORROWED" } */
	foo_free(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_alloc();
	const char *name;

	if (!foo)
		return -ENOMEM;
	name = foo_name(foo);
	pr_info("this is %s\n", name);
	foo_free(foo);
	return 0;
}
