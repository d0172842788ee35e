// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

struct foo;

struct foo_ops {
	void (*release)(struct foo *foo);
};

struct foo {
	const struct foo_ops *ops;
	char *name;
};

/* Nobody calls it by its name. */
static void foo_release(struct foo *foo)
{
	kfree(foo->name);	/* { dg-note "released by 'kfree'" } */
	kfree(foo->name);	/* { dg-error "'foo->name' is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
}

static void foo_release_rightly(struct foo *foo)
{
	kfree(foo->name);
	foo->name = NULL;
	kfree(foo->name);
}

static const struct foo_ops foo_ops = { .release = foo_release };
static const struct foo_ops right_ops = { .release = foo_release_rightly };
static struct foo the_foo;

static noinline int foo_cycle(const struct foo_ops *ops)
{
	the_foo.ops = ops;
	the_foo.name = kstrdup("foo", GFP_KERNEL);
	if (!the_foo.name)
		return -ENOMEM;
	the_foo.ops->release(&the_foo);
	return 0;
}

static int wrong(void)
{
	return foo_cycle(&foo_ops);
}

static int right(void)
{
	return foo_cycle(&right_ops);
}
