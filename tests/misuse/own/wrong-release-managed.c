// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: (double-free or )?invalid-free */
#include <linux/device.h>
#include "../misuse.h"

struct foo {
	int id;
	u8 *mac;
};

/* The device frees what is allocated for it when it goes. */
static int foo_probe(struct device *dev)
{
	struct foo *foo = devm_kzalloc(dev, sizeof(*foo), GFP_KERNEL);	/* { dg-note "borrowed from 'devm_kzalloc'" } */

	if (!foo)
		return -ENOMEM;
	dev_set_drvdata(dev, foo);
	foo->mac = devm_kcalloc(dev, 6, sizeof(*foo->mac), GFP_KERNEL);
	if (!foo->mac)
		return -ENOMEM;
	if (!foo->id) {
		kfree(foo);	/* { dg-error "'foo' comes from 'devm_kzalloc' and is released by 'kfree'; use devm_kfree.*SAFE_E_WRONG_RELEASE" } */
		return -ENODEV;
	}
	return 0;
}

static int foo_probe_managed(struct device *dev)
{
	struct foo *foo = devm_kzalloc(dev, sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	dev_set_drvdata(dev, foo);
	foo->mac = devm_kcalloc(dev, 6, sizeof(*foo->mac), GFP_KERNEL);
	if (!foo->mac)
		return -ENOMEM;
	return foo->id ? 0 : -ENODEV;
}

static int foo_bind(int (*probe)(struct device *dev))
{
	struct device *dev = root_device_register("foo");
	int ret;

	if (IS_ERR(dev))
		return PTR_ERR(dev);
	ret = probe(dev);
	root_device_unregister(dev);
	return ret;
}

static int wrong(void)
{
	return foo_bind(foo_probe);
}

static int right(void)
{
	return foo_bind(foo_probe_managed);
}
