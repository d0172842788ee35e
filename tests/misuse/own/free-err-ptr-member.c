// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic */
#include "../misuse.h"

struct foo {
	char *name;
};

/* Where nothing is mapped. */
static const char __user *foo_user_name;

static void foo_free(struct foo *foo)
{
	kfree(foo->name);
	kfree(foo);
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	foo->name = strndup_user(foo_user_name, 16);	/* { dg-note "allocated by 'strndup_user'" } */
	ret = PTR_ERR_OR_ZERO(foo->name);
	foo_free(foo);	/* { dg-error "'foo->name' is an error pointer when 'kfree' releases it.*SAFE_E_FREE_ERR_PTR" } */
	return ret;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	char *name;

	if (!foo)
		return -ENOMEM;
	name = strndup_user(foo_user_name, 16);
	if (IS_ERR(name)) {
		kfree(foo);
		return PTR_ERR(name);
	}
	foo->name = name;
	foo_free(foo);
	return 0;
}
