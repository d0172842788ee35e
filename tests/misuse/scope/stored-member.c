// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free */
#include "../misuse.h"

#include <linux/cleanup.h>

struct foo {
	char *name;
};

static noinline int foo_set_name(struct foo *foo, const char *text)
{
	char *name __free(kfree) = kstrdup(text, GFP_KERNEL);	/* { dg-error "'name' is stored where others see it, but its cleanup.*store no_free_ptr.name.*SAFE_E_SCOPE_STORED" } */

	if (!name)
		return -ENOMEM;
	foo->name = name;	/* { dg-note "stored here" } */
	return 0;
}

static int wrong(void)
{
	struct foo foo = { };

	if (foo_set_name(&foo, "foo"))
		return -ENOMEM;
	return strlen(foo.name);	/* { dg-error "SAFE_E_USE_AFTER_FREE" } */
}

static noinline int foo_take_name(struct foo *foo, const char *text)
{
	char *name __free(kfree) = kstrdup(text, GFP_KERNEL);

	if (!name)
		return -ENOMEM;
	foo->name = no_free_ptr(name);
	return 0;
}

static int right(void)
{
	struct foo foo = { };
	int ret;

	if (foo_take_name(&foo, "foo"))
		return -ENOMEM;
	ret = strlen(foo.name);
	kfree(foo.name);
	return ret;
}
