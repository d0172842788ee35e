// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

struct wrong_foo {
	const char *name;
	int id;
};

static noinline int wrong_begin(struct wrong_foo *foo)
{
	foo->id = 1;
	foo->name = kstrdup("a name of its own", GFP_KERNEL);	/* { dg-error "'name' of 'struct wrong_foo' keeps what 'kstrdup' returned, and nothing in this file releases it; call kfree.*SAFE_E_LEAK" } */
	return foo->name ? 0 : -ENOMEM;
}

static noinline void wrong_destroy(struct wrong_foo *foo)
{
	foo->id = 0;
	kfree(foo);
}

struct right_foo {
	const char *name;
	int id;
};

static noinline int right_begin(struct right_foo *foo)
{
	foo->id = 1;
	foo->name = kstrdup("a name of its own", GFP_KERNEL);
	return foo->name ? 0 : -ENOMEM;
}

static noinline void right_destroy(struct right_foo *foo)
{
	foo->id = 0;
	kfree(foo->name);
	kfree(foo);
}

/* Somebody calls them who knows only that they are there. */
static int (*wrong_op)(struct wrong_foo *) = wrong_begin;
static void (*wrong_end)(struct wrong_foo *) = wrong_destroy;
static int (*right_op)(struct right_foo *) = right_begin;
static void (*right_end)(struct right_foo *) = right_destroy;

static int wrong(void)
{
	struct wrong_foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = READ_ONCE(wrong_op)(foo);
	READ_ONCE(wrong_end)(foo);
	return ret;
}

static int right(void)
{
	struct right_foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = READ_ONCE(right_op)(foo);
	READ_ONCE(right_end)(foo);
	return ret;
}
