// SPDX-License-Identifier: GPL-2.0
/* Strings that are put in a member, and may not have been made. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include <linux/device.h>
#include <linux/errno.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	const char *tested, *tested_later, *printed, *copied, *by_local;
};

int foo_rename(const char *name);

int test(struct foo *foo, int id);
int test(struct foo *foo, int id)
{
	foo->tested = kasprintf(GFP_KERNEL, "foo%d", id);
	return foo->tested ? 0 : -ENOMEM;
}

/* Both are made, and then both are asked for. */
int test_together(struct foo *foo, const char *text);
int test_together(struct foo *foo, const char *text)
{
	foo->tested_later = kstrdup(text, GFP_KERNEL);
	foo->copied = kstrdup(text, GFP_KERNEL);
	if (!foo->tested_later || !foo->copied)
		return -ENOMEM;
	return 0;
}

/* Whoever is given it may ask. */
int hand_on(struct foo *foo, struct device *dev, int id);
int hand_on(struct foo *foo, struct device *dev, int id)
{
	foo->printed = devm_kasprintf(dev, GFP_KERNEL, "foo%d", id);
	return foo_rename(foo->printed);
}

/* Tested before it is put there. */
int test_first(struct foo *foo, const char *text);
int test_first(struct foo *foo, const char *text)
{
	const char *copy = kstrdup(text, GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	foo->by_local = copy;
	return 0;
}
