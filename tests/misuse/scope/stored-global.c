// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free */
#include "../misuse.h"

#include <linux/cleanup.h>

struct foo {
	char *name;
};

static struct foo *foo_current;

static noinline int foo_select(void)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);	/* { dg-error "'foo' is stored where others see it.*SAFE_E_SCOPE_STORED" } */

	if (!foo)
		return -ENOMEM;
	foo->name = "foo";
	foo_current = foo;
	return 0;
}

static int wrong(void)
{
	if (foo_select())
		return -ENOMEM;
	return strlen(foo_current->name);	/* { dg-error "SAFE_E_USE_AFTER_FREE" } */
}

static noinline int foo_create(void)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo->name = "foo";
	foo_current = no_free_ptr(foo);
	return 0;
}

static int right(void)
{
	int ret;

	if (foo_create())
		return -ENOMEM;
	ret = strlen(foo_current->name);
	kfree(foo_current);
	foo_current = NULL;
	return ret;
}
