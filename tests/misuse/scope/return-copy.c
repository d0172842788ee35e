// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free */
#include "../misuse.h"

#include <linux/cleanup.h>

struct foo {
	int id;
};

/* By another name. */
static noinline struct foo *foo_create(int id)
{
	struct foo *result;
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);	/* { dg-error "'foo' is returned, but its cleanup.*SAFE_E_SCOPE_RETURN" } */

	if (!foo)
		return ERR_PTR(-ENOMEM);
	foo->id = id;
	result = foo;
	return result;
}

static int wrong(void)
{
	struct foo *foo = foo_create(1);

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	return foo->id;
}

static noinline struct foo *foo_new(int id)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return ERR_PTR(-ENOMEM);
	foo->id = id;
	return no_free_ptr(foo);
}

static int right(void)
{
	struct foo *foo __free(kfree) = foo_new(1);

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	return foo->id;
}
