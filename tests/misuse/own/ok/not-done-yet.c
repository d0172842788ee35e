// SPDX-License-Identifier: GPL-2.0
/* Calls that have done nothing, are not done yet, or did what they did on purpose. */
#include <linux/clk.h>
#include <linux/container_of.h>
#include <linux/device.h>
#include <linux/errno.h>
#include <linux/pm_runtime.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	struct device dev;
	struct clk *clk;
	int id, refs;
	char *name;
};

static const struct device_type foo_type;

void foo_get(struct foo *foo);
void foo_put(struct foo *foo);
struct foo *foo_find(int id);
int foo_copy(struct foo *foo);

/* A cast that asks for the type is not asked in vain. */
static struct foo *to_foo(struct device *dev)
{
	return dev->type == &foo_type ? container_of(dev, struct foo, dev) : NULL;
}

struct foo *foo_find_child(struct device *parent);
struct foo *foo_find_child(struct device *parent)
{
	struct device *dev = device_find_child_by_name(parent, "foo");

	return dev ? to_foo(dev) : NULL;
}

/* foo_get(NULL) does nothing. */
int foo_read(int id);
int foo_read(int id)
{
	struct foo *foo = foo_find(id);
	int ret;

	foo_get(foo);
	if (!foo)
		return -EINVAL;
	ret = foo_copy(foo);
	if (ret) {
		foo_put(foo);
		return ret;
	}
	foo_put(foo);
	return 0;
}

/* Come again: what was begun goes on. */
int foo_try(struct foo *foo);
int foo_try(struct foo *foo)
{
	int ret = clk_prepare_enable(foo->clk);

	if (ret)
		return ret;
	if (foo->id > 8)
		return -EAGAIN;
	ret = foo_copy(foo);
	if (ret) {
		clk_disable_unprepare(foo->clk);
		return ret;
	}
	return 0;
}

/* A failure that is taken for success. */
int foo_power_up(struct foo *foo);
int foo_power_up(struct foo *foo)
{
	int ret = pm_runtime_get_sync(&foo->dev);

	if (ret < 0 && ret != -EACCES)
		pm_runtime_put_sync(&foo->dev);
	else
		ret = 0;
	return ret;
}

/* An index is no error, however large the type could be. */
static int foo_name(struct foo *foo, const char **names, unsigned int n)
{
	unsigned int i;

	for (i = 0; i < n; i++) {
		foo->name = kstrdup(names[i], GFP_KERNEL);
		if (foo->name)
			return i;
	}
	return -ENOMEM;
}

int foo_label(const char **names, unsigned int n);
int foo_label(const char **names, unsigned int n)
{
	struct foo foo = { };
	int ret = foo_name(&foo, names, n);

	if (ret < 0)
		return ret;
	kfree(foo.name);
	return 0;
}
