// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

struct foo {
	int id;
};

static int foo_setup(struct foo *foo, int id)
{
	if (id < 0)
		return -EINVAL;
	foo->id = id;
	return 0;
}

static struct foo *foo_create(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	if (foo_setup(foo, id))
		kfree(foo);
	return foo;	/* { dg-error "'foo' is returned after it was released by 'kfree'.*SAFE_E_USE_AFTER_FREE" } */
}

static int wrong(void)
{
	struct foo *foo = foo_create(-1);
	int id;

	if (!foo)
		return -ENOMEM;
	id = foo->id;
	kfree(foo);
	return id;
}

static struct foo *foo_create_or_null(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	if (foo_setup(foo, id)) {
		kfree(foo);
		return NULL;
	}
	return foo;
}

static int right(void)
{
	struct foo *foo = foo_create_or_null(-1);
	int id;

	if (!foo)
		return -ENOMEM;
	id = foo->id;
	kfree(foo);
	return id;
}
