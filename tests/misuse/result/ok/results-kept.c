// SPDX-License-Identifier: GPL-2.0
/* Results that nobody tests where they come from: somebody else does. */
/* { dg-options "-Wno-unused-function" } */
#include <linux/debugfs.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/kthread.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

#include <safe/annotations.h>

struct port {
	int speed;
};

struct port *port_get(int id) __returns_err;
void port_put(struct port *port);
int port_check(struct port *port);

struct foo {
	struct port *port;
	struct port *spare[2];
	struct device *dev;
	struct task_struct *task;
	void *buffer;
};

static struct port *returned(int id)
{
	return port_get(id);
}

static struct port *returned_later(int id)
{
	struct port *port = port_get(id);

	pr_debug("port %d: %pe\n", id, port);
	return port;
}

static int tested_by_another(int id)
{
	return port_check(port_get(id));
}

static void kept_in_member(struct foo *foo, int id)
{
	foo->port = port_get(id);
	foo->buffer = kmalloc(64, GFP_KERNEL);
}

static int start(struct foo *foo, int id)
{
	kept_in_member(foo, id);
	if (IS_ERR(foo->port))
		return PTR_ERR(foo->port);
	if (!foo->buffer)
		return -ENOMEM;
	memset(foo->buffer, 0, 64);
	foo->port->speed = 10;
	return 0;
}

static void kept_in_array(struct foo *foo)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(foo->spare); i++)
		foo->spare[i] = port_get(i);
}

static void passed_back(struct port **out, int id)
{
	*out = port_get(id);
}

static int taken_back(int id)
{
	struct port *port;

	passed_back(&port, id);
	return IS_ERR(port) ? PTR_ERR(port) : port->speed;
}

static const struct file_operations foo_fops;

/* What debugfs returns need not be tested. */
static void shown(struct foo *foo)
{
	struct dentry *dir = debugfs_create_dir("foo", NULL);

	debugfs_create_u32("speed", 0444, dir, &foo->port->speed);
	debugfs_create_file("raw", 0400, dir, foo, &foo_fops);
}

static int run(void *data)
{
	return 0;
}

static int threaded(struct foo *foo)
{
	foo->task = kthread_run(run, foo, "foo");
	return PTR_ERR_OR_ZERO(foo->task);
}

/* Nobody minds when there is none. */
static void best_effort(struct foo *foo)
{
	struct port *port = port_get(0);

	if (!IS_ERR(port))
		port_put(port);
	kfree(kmalloc(1, GFP_KERNEL));
}

static bool present(int id)
{
	return !IS_ERR(port_get(id));
}

static int registered(struct foo *foo, struct class *class)
{
	foo->dev = device_create(class, NULL, 0, foo, "foo");
	return PTR_ERR_OR_ZERO(foo->dev);
}
