// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"
#include <linux/device.h>

struct foo {
	struct class *class;
	struct device *dev;
};

static noinline int wrong_register(struct foo *foo)
{
	foo->dev = device_create(foo->class, NULL, 0, NULL, "foo");
	if (!foo->dev)
		return -ENODEV;
	dev_set_drvdata(foo->dev, foo);	/* { dg-error "'foo->dev' is used after a test for NULL, but 'device_create' returns an error pointer.*SAFE_E_ERR_AS_NULL" } */
	return 0;
}

static noinline int right_register(struct foo *foo)
{
	foo->dev = device_create(foo->class, NULL, 0, NULL, "foo");
	if (IS_ERR(foo->dev))
		return PTR_ERR(foo->dev);
	dev_set_drvdata(foo->dev, foo);
	return 0;
}

static int wrong(void)
{
	struct foo foo = {};	/* no class, no device */

	return wrong_register(&foo);
}

static int right(void)
{
	struct foo foo = {};

	return right_register(&foo);
}
