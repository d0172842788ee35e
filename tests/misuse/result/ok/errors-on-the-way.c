// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-Wno-unused-function -fplugin-arg-safe_plugin-level=audit" } */
/* Failures on the way out: they are reported, or none for the caller. */
#include <linux/clk.h>
#include <linux/container_of.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/kstrtox.h>
#include <linux/list.h>
#include <linux/regulator/consumer.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

struct port {
	int speed;
};

struct port *port_get(int id) __returns_err;
void port_put(struct port *port);

struct foo {
	struct list_head node;
	struct device dev;
	struct clk *clk;
	struct regulator *supply;
	struct port *ports[4];
	char *label;
	u32 *cache;
	int error;
};

/* One label a step, and each goto comes with its error. */
static int start(struct foo *foo, int id)
{
	struct port *port;
	int ret;

	ret = clk_prepare_enable(foo->clk);
	if (ret)
		return ret;
	ret = regulator_enable(foo->supply);
	if (ret)
		goto disable_clk;
	port = port_get(id);
	if (IS_ERR(port)) {
		ret = PTR_ERR(port);
		goto disable_supply;
	}
	foo->ports[0] = port;
	return 0;

disable_supply:
	regulator_disable(foo->supply);
disable_clk:
	clk_disable_unprepare(foo->clk);
	return ret;
}

/* The ports that were got before the one that failed are put. */
static int get_all(struct foo *foo)
{
	int i, ret;

	for (i = 0; i < ARRAY_SIZE(foo->ports); i++) {
		struct port *port = port_get(i);

		if (IS_ERR(port)) {
			ret = PTR_ERR(port);
			goto put;
		}
		foo->ports[i] = port;
	}
	return 0;

put:
	while (i--)
		port_put(foo->ports[i]);
	return ret;
}

/* What fails in the loop is left out: the caller is told how many there are. */
static int get_some(struct foo *foo)
{
	int i, n = 0;

	for (i = 0; i < ARRAY_SIZE(foo->ports); i++) {
		struct port *port = port_get(i);

		if (IS_ERR(port))
			continue;
		foo->ports[n++] = port;
	}
	return n;
}

/* The first error is kept, and the loop goes on. */
static int check_all(struct list_head *foos, int (*check)(struct foo *foo))
{
	struct foo *foo;
	int ret = 0, err;

	list_for_each_entry(foo, foos, node) {
		err = check(foo);
		if (err && !ret)
			ret = err;
	}
	return ret;
}

/* The error comes in the struct, where the caller looks for it. */
static void load(struct foo *foo, const char *text)
{
	unsigned int n;

	foo->error = kstrtouint(text, 0, &n);
	if (foo->error)
		return;
	foo->cache = kcalloc(n, sizeof(*foo->cache), GFP_KERNEL);
	if (!foo->cache)
		foo->error = -ENOMEM;
}

static int reload(struct foo *foo, const char *text)
{
	kfree(foo->cache);
	load(foo, text);
	return foo->error;
}

/* Without a label it is as good. */
static int labelled(struct foo *foo, const char *text)
{
	unsigned int n;
	int ret;

	ret = kstrtouint(text, 0, &n);
	if (!ret) {
		foo->label = kasprintf(GFP_KERNEL, "foo%u", n);
		if (!foo->label)
			dev_warn(&foo->dev, "no label\n");
	}
	return ret;
}

/* An error of another kind for the caller, and the same pointer otherwise. */
static struct port *port_of(struct device *dev, int id)
{
	struct foo *foo = container_of(dev, struct foo, dev);
	struct port *port;

	if (id < 0 || id >= ARRAY_SIZE(foo->ports))
		return ERR_PTR(-EINVAL);
	port = port_get(id);
	if (PTR_ERR(port) == -ENOENT)
		return ERR_PTR(-EPROBE_DEFER);
	return port;
}

/* The error of the one that failed, as the macro says. */
#define port_fail(foo, port, text)					\
	dev_err_probe(&(foo)->dev, PTR_ERR(port), "no port for %s\n", text)

static int probe(struct foo *foo)
{
	struct port *port = port_get(0);

	if (IS_ERR(port))
		return port_fail(foo, port, "data");
	foo->ports[0] = port;
	port = port_get(1);
	if (IS_ERR(port)) {
		port_put(foo->ports[0]);
		return port_fail(foo, port, "control");
	}
	foo->ports[1] = port;
	return 0;
}

/* The second attempt decides, and what the first said is gone with reason. */
static int with_fallback(struct foo *foo, int id)
{
	struct port *port = port_get(id);

	if (IS_ERR(port))
		port = port_get(0);
	if (IS_ERR(port))
		return PTR_ERR(port);
	foo->ports[0] = port;
	return 0;
}

/* What was asked for is not there: that is no failure of the question. */
static int speed_if_any(int id, int *speed)
{
	struct port *port = port_get(id);

	if (IS_ERR(port)) {
		if (PTR_ERR(port) != -ENOENT)
			return PTR_ERR(port);
		*speed = 0;
		return 0;
	}
	*speed = port->speed;
	return 0;
}

static noinline int foo_is_on(const struct foo *foo)
{
	if (foo->error)
		return -EIO;
	return !!foo->clk;
}

/* Off, or on: what is below 0 went before. */
static int level(const struct foo *foo)
{
	int ret = foo_is_on(foo);

	if (ret < 0)
		return ret;
	if (ret == 0)
		return 0;
	return foo->ports[0]->speed;
}

/* Nothing to write, and so 0 is all that there was. */
static ssize_t label_store(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t count)
{
	struct foo *foo = container_of(dev, struct foo, dev);
	char *label;

	if (!count)
		return 0;
	label = kstrndup(buf, count, GFP_KERNEL);
	if (!label)
		return -ENOMEM;
	kfree(foo->label);
	foo->label = label;
	return count;
}
