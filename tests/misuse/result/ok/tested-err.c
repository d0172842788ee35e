// SPDX-License-Identifier: GPL-2.0
/* Error pointers, tested in every way that drivers test them. */
/* { dg-options "-Wno-unused-function" } */
#include <linux/clk.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/gpio/consumer.h>
#include <linux/platform_device.h>

#include <safe/annotations.h>

struct port {
	int speed;
};

struct port *port_get(int id) __returns_err;
struct port *port_get_optional(int id) __returns_err_or_null;
struct port *port_get_either(int id);	/* NULL or an error: nothing is said of it */

struct foo {
	struct device *dev;
	struct port *port;
	struct gpio_desc *reset;
	struct clk *clk;
	int error;
};

static int speed(int id)
{
	struct port *port = port_get(id);

	if (IS_ERR(port))
		return PTR_ERR(port);
	return port->speed;
}

static int speed_of_valid(int id)
{
	struct port *port = port_get(id);

	if (!IS_ERR(port))
		return port->speed;
	return 0;
}

static int speed_or_null(int id)
{
	struct port *port = port_get(id);

	if (IS_ERR_OR_NULL(port))
		return port ? PTR_ERR(port) : -ENODEV;
	return port->speed;
}

static int speed_both_tests(int id)
{
	struct port *port = port_get(id);

	if (!port || IS_ERR(port))
		return -ENODEV;
	return port->speed;
}

static int speed_either(int id)
{
	struct port *port = port_get_either(id);

	if (!port)
		return -ENOMEM;
	if (IS_ERR(port))
		return PTR_ERR(port);
	return port->speed;
}

static int speed_by_code(int id)
{
	struct port *port = port_get(id);
	int ret = PTR_ERR_OR_ZERO(port);

	if (ret)
		return ret;
	return port->speed;
}

static int speed_by_number(int id)
{
	struct port *port = port_get(id);
	long number = PTR_ERR(port);

	if (IS_ERR_VALUE(number))
		return number;
	return port->speed;
}

static int speed_by_case(int id)
{
	struct port *port = port_get(id);

	switch (PTR_ERR_OR_ZERO(port)) {
	case 0:
		return port->speed;
	case -ENOENT:
		return 0;
	default:
		return PTR_ERR(port);
	}
}

static int speed_or_default(int id)
{
	struct port *port = port_get(id);

	if (PTR_ERR(port) == -ENOENT)
		return 10;
	if (IS_ERR(port))
		return PTR_ERR(port);
	return port->speed;
}

static int optional_speed(int id)
{
	struct port *port = port_get_optional(id);

	if (IS_ERR(port))
		return PTR_ERR(port);
	return port ? port->speed : 0;
}

/* An error becomes none: it is not needed. */
static int unneeded_speed(int id)
{
	struct port *port = port_get(id);

	if (IS_ERR(port))
		port = NULL;
	return port ? port->speed : 0;
}

static struct port *handed_on(int id)
{
	struct port *port = port_get(id);

	if (IS_ERR(port))
		return ERR_CAST(port);
	port->speed = 10;
	return port;
}

static int first_of(const int *ids, int n)
{
	struct port *port = ERR_PTR(-ENODEV);
	int i;

	for (i = 0; i < n; i++) {
		port = port_get(ids[i]);
		if (IS_ERR(port))
			continue;
		if (port->speed)
			break;
	}
	return PTR_ERR_OR_ZERO(port);
}

static int kept(struct foo *foo, int id)
{
	foo->port = port_get(id);
	if (IS_ERR(foo->port)) {
		foo->error = PTR_ERR(foo->port);
		foo->port = NULL;
	}
	if (foo->port)
		foo->port->speed = 100;
	return foo->error;
}

static int opened(const char *name, loff_t *size)
{
	struct file *file = filp_open(name, O_RDONLY, 0);
	int ret = 0;

	if (IS_ERR(file)) {
		ret = PTR_ERR(file);
		file = NULL;
		goto out;
	}
	*size = i_size_read(file_inode(file));
out:
	if (file)
		filp_close(file, NULL);
	return ret;
}

static int probe(struct platform_device *pdev, struct foo *foo)
{
	foo->reset = devm_gpiod_get_optional(&pdev->dev, "reset", GPIOD_OUT_LOW);
	if (IS_ERR(foo->reset))
		return dev_err_probe(&pdev->dev, PTR_ERR(foo->reset), "no reset line\n");
	foo->clk = devm_clk_get(&pdev->dev, NULL);
	if (IS_ERR(foo->clk)) {
		if (PTR_ERR(foo->clk) != -EPROBE_DEFER)
			dev_err(&pdev->dev, "no clock: %pe\n", foo->clk);
		return PTR_ERR(foo->clk);
	}
	gpiod_set_value_cansleep(foo->reset, 1);
	return clk_prepare_enable(foo->clk);
}

static int warned(int id)
{
	struct port *port = port_get(id);

	if (WARN_ON(IS_ERR(port)))
		return PTR_ERR(port);
	return port->speed;
}

/* The code is taken first, and looked at only if it is one. */
static int code_first(int id)
{
	struct port *port = port_get(id);
	int ret = PTR_ERR(port);

	if (IS_ERR(port))
		return ret;
	return port->speed;
}

static int one_error_only(int id)
{
	struct port *port = port_get(id);

	if (PTR_ERR(port) == -EAGAIN)
		return 0;
	return IS_ERR(port) ? PTR_ERR(port) : port->speed;
}
