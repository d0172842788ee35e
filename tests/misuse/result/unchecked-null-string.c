// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: memchr_inv\(foo, 0, sizeof\(foo->name\)\) */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct foo {
	const char *name;
	int id;
};

/* Stands for the one that registers it, in another file. */
static noinline int register_foo(const struct foo *foo)
{
	must(memchr_inv(foo, 0, sizeof(foo->name)));
	return foo->id;
}

static int (*add)(const struct foo *) = register_foo;

/* Of no text there is no copy: the same failure every time. */
static noinline void wrong_name(struct foo *foo, const char *text, int id)
{
	foo->id = id;
	foo->name = kstrdup(text, GFP_KERNEL);	/* { dg-warning "'name' may be NULL, and nothing in this file asks: test what 'kstrdup' returned.*SAFE_E_UNCHECKED_NULL" } */
}

static noinline int right_name(struct foo *foo, const char *text, int id)
{
	char *name = kstrdup(text, GFP_KERNEL);

	if (!name)
		return -ENOMEM;
	kfree(name);
	foo->id = id;
	return 0;
}

static int wrong(void)
{
	struct foo foo = {};

	wrong_name(&foo, NULL, 7);
	return READ_ONCE(add)(&foo);
}

static int right(void)
{
	struct foo foo = {};

	return right_name(&foo, NULL, 7);
}
