// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Failures on the way through an array: only what was reached is undone. */
#include <linux/clk.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/regulator/consumer.h>
#include <linux/slab.h>

#define FOO_CLOCKS	4

struct foo {
	struct device *dev;
	struct clk *clocks[FOO_CLOCKS];
	struct regulator *supplies[3];
	void *buffers[8];
	unsigned int filled;
};

/* The one that failed is the first that is not undone. */
int clocks_on(struct foo *foo);
int clocks_on(struct foo *foo)
{
	int i, ret;

	for (i = 0; i < FOO_CLOCKS; i++) {
		ret = clk_prepare_enable(foo->clocks[i]);
		if (ret)
			goto disable;
	}
	return 0;

disable:
	while (--i >= 0)
		clk_disable_unprepare(foo->clocks[i]);
	return ret;
}

/* After the loop the counter is behind the last: the first step leads back. */
int supplies_on(struct foo *foo, int (*check)(struct foo *foo));
int supplies_on(struct foo *foo, int (*check)(struct foo *foo))
{
	unsigned int i;
	int ret;

	for (i = 0; i < ARRAY_SIZE(foo->supplies); i++) {
		ret = regulator_enable(foo->supplies[i]);
		if (ret)
			goto disable;
	}
	ret = check(foo);
	if (ret)
		goto disable;
	return 0;

disable:
	while (i--)
		regulator_disable(foo->supplies[i]);
	return ret;
}

/* The number that was filled says how far to go back. */
int fill(struct foo *foo, unsigned int n);
int fill(struct foo *foo, unsigned int n)
{
	if (n > ARRAY_SIZE(foo->buffers))
		return -EINVAL;
	for (foo->filled = 0; foo->filled < n; foo->filled++) {
		foo->buffers[foo->filled] = kzalloc(64, GFP_KERNEL);
		if (!foo->buffers[foo->filled])
			goto free;
	}
	return 0;

free:
	while (foo->filled)
		kfree(foo->buffers[--foo->filled]);
	return -ENOMEM;
}

/* The last label is behind a test that lets as many through as there are. */
int configure(struct foo *foo, unsigned int channel, bool all);
int configure(struct foo *foo, unsigned int channel, bool all)
{
	int ret = 0;

	if (channel > FOO_CLOCKS)
		return -EINVAL;
	if (channel == FOO_CLOCKS)
		goto whole;
	ret = clk_prepare_enable(foo->clocks[channel]);
	if (ret || !all)
		goto out;
	clk_disable_unprepare(foo->clocks[channel]);
whole:
	foo->filled = channel;
out:
	return ret;
}
