// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*kvasprintf */
#include <linux/kobject.h>
#include "../misuse.h"

struct foo {
	struct kobject first, second;
};

static void foo_release(struct kobject *kobj)
{
}

static const struct kobj_type foo_type = {
	.release = foo_release,
	.sysfs_ops = &kobj_sysfs_ops,
};

static struct foo the_foo;

/* The name is there already: the second is not added, but has its name. */
static noinline int add_both(struct foo *foo)
{
	int ret = kobject_init_and_add(&foo->first, (struct kobj_type *)&foo_type, NULL, "foo");

	if (ret) {
		kobject_put(&foo->first);
		return ret;
	}
	ret = kobject_init_and_add(&foo->second, (struct kobj_type *)&foo_type, NULL, "foo");	/* { dg-note "done by 'kobject_init_and_add'" } */
	if (ret)
		goto put_first;
	return 0;
put_first:
	kobject_put(&foo->first);
	return ret;	/* { dg-error "'kobject_init_and_add' takes a reference even when it fails, and it is not put here; call kobject_put.*SAFE_E_NOT_UNDONE" } */
}

static int wrong(void)
{
	int ret = add_both(&the_foo);

	memset(&the_foo, 0, sizeof(the_foo));
	return ret;
}

static noinline int add_both_or_none(struct foo *foo)
{
	int ret = kobject_init_and_add(&foo->first, (struct kobj_type *)&foo_type, NULL, "foo");

	if (ret) {
		kobject_put(&foo->first);
		return ret;
	}
	ret = kobject_init_and_add(&foo->second, (struct kobj_type *)&foo_type, NULL, "foo");
	if (ret)
		goto put_both;
	return 0;
put_both:
	kobject_put(&foo->second);
	kobject_put(&foo->first);
	return ret;
}

static int right(void)
{
	int ret = add_both_or_none(&the_foo);

	memset(&the_foo, 0, sizeof(the_foo));
	return ret;
}
