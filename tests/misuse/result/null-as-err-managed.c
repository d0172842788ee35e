// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"
#include <linux/device.h>

struct foo {
	u32 *regs;
	int count;
};

#define FOO_REGS	(KMALLOC_MAX_SIZE / sizeof(u32) + 1)

static noinline int wrong_probe(struct device *dev, struct foo *foo)
{
	foo->regs = devm_kcalloc(dev, FOO_REGS, sizeof(u32), GFP_KERNEL | __GFP_NOWARN);
	if (IS_ERR(foo->regs))
		return dev_err_probe(dev, PTR_ERR(foo->regs), "no registers\n");
	foo->count = FOO_REGS;
	*foo->regs = ~0;	/* { dg-error "'foo->regs' is used after a test with IS_ERR\(\), but 'devm_kcalloc' returns NULL.*SAFE_E_NULL_AS_ERR" } */
	return 0;
}

static noinline int right_probe(struct device *dev, struct foo *foo)
{
	foo->regs = devm_kcalloc(dev, FOO_REGS, sizeof(u32), GFP_KERNEL | __GFP_NOWARN);
	if (!foo->regs)
		return -ENOMEM;
	foo->count = FOO_REGS;
	*foo->regs = ~0;
	return 0;
}

static int probe(int (*how)(struct device *dev, struct foo *foo))
{
	struct device *dev = root_device_register("foo");
	struct foo foo;
	int ret;

	if (IS_ERR(dev))
		return PTR_ERR(dev);
	ret = how(dev, &foo);
	root_device_unregister(dev);
	return ret;
}

static int wrong(void)
{
	return probe(wrong_probe);
}

static int right(void)
{
	return probe(right_probe);
}
