// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*kobject_create */
#include <linux/kobject.h>
#include "../misuse.h"

/* The name of the kobject, and whoever has a reference, are not asked. */
static int wrong(void)
{
	struct kobject *foo = kobject_create_and_add("foo", NULL);	/* { dg-note "allocated by 'kobject_create_and_add'" } */

	if (!foo)
		return -ENOMEM;
	kfree(foo);	/* { dg-error "'foo' comes from 'kobject_create_and_add' and is released by 'kfree'; use kobject_put.*SAFE_E_WRONG_RELEASE" } */
	return 0;
}

static int right(void)
{
	struct kobject *foo = kobject_create_and_add("foo", NULL);

	if (!foo)
		return -ENOMEM;
	kobject_put(foo);
	return 0;
}
