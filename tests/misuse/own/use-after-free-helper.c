// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

struct foo {
	char *name;
	int users;
};

static struct foo *foo_alloc(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo->name = kstrdup("foo", GFP_KERNEL);
	if (!foo->name) {
		kfree(foo);
		return NULL;
	}
	return foo;
}

static void foo_free(struct foo *foo)
{
	kfree(foo->name);
	kfree(foo);	/* { dg-note "in the called function" } */
}

static void foo_close(struct foo *foo)
{
	pr_debug("closing %s\n", foo->name);
	foo_free(foo);
}

static int wrong(void)
{
	struct foo *foo = foo_alloc();	/* { dg-note "in the call of 'foo_alloc'" } */

	if (!foo)
		return -ENOMEM;
	foo_close(foo);	/* { dg-note "released by 'kfree'" } */
	return foo->users;	/* { dg-error "'foo' is used after it was released by 'kfree'.*SAFE_E_USE_AFTER_FREE" } */
}

static int right(void)
{
	struct foo *foo = foo_alloc();
	int users;

	if (!foo)
		return -ENOMEM;
	users = foo->users;
	foo_close(foo);
	return users;
}
