// SPDX-License-Identifier: GPL-2.0
/* Names and calls that look as though something was to be undone. */
#include <linux/container_of.h>
#include <linux/device.h>
#include <linux/errno.h>
#include <linux/pm.h>
#include <linux/regulator/consumer.h>

struct foo_msg {
	int op;
};

/* A message that tells somebody to destroy undoes no message that tells him to create. */
int foo_get_create_msg(struct foo_msg *msg);
int foo_get_destroy_msg(struct foo_msg *msg);
int foo_send_msg(const struct foo_msg *msg);
int create_and_destroy(void);
int create_and_destroy(void)
{
	struct foo_msg msg;
	int ret;

	ret = foo_get_create_msg(&msg);
	if (ret)
		return ret;
	ret = foo_send_msg(&msg);
	if (ret)
		return ret;
	ret = foo_get_destroy_msg(&msg);
	if (ret)
		return ret;
	return foo_send_msg(&msg);
}

/* The callee drops what it has taken itself. */
struct foo_ep;
int foo_get_ready_ep(struct foo_ep *ep);
void foo_get_ep(struct foo_ep *ep);
void foo_put_ep(struct foo_ep *ep);
void foo_unlock_ep(struct foo_ep *ep);
int foo_queue_ep(struct foo_ep *ep);

static int foo_aio(struct foo_ep *ep)
{
	int ret;

	foo_get_ep(ep);
	ret = foo_queue_ep(ep);
	if (ret)
		foo_put_ep(ep);
	return ret;
}

int read_ep(struct foo_ep *ep, bool wait);
int read_ep(struct foo_ep *ep, bool wait)
{
	int ret = foo_get_ready_ep(ep);

	if (ret)
		return ret;
	ret = wait ? foo_queue_ep(ep) : foo_aio(ep);
	foo_unlock_ep(ep);
	return ret;
}

/* The device is one, whatever it is called here and there. */
struct foo {
	struct device *dev;
};

extern struct device_attribute dev_attr_mode, dev_attr_type;
struct foo *foo_of(struct device *dev);

static void foo_destroy(struct foo *foo)
{
	device_remove_file(foo->dev, &dev_attr_type);
	device_remove_file(foo->dev, &dev_attr_mode);
}

int foo_debug_init(struct foo *foo);
int foo_probe(struct device *dev);
int foo_probe(struct device *dev)
{
	struct foo *foo = foo_of(dev);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = device_create_file(dev, &dev_attr_mode);
	if (ret)
		return ret;
	ret = device_create_file(dev, &dev_attr_type);
	if (ret)
		goto err_mode;
	ret = foo_debug_init(foo);
	if (ret)
		goto err_all;
	return 0;
err_all:
	foo_destroy(foo);
	return ret;
err_mode:
	device_remove_file(foo->dev, &dev_attr_mode);
	return ret;
}

/* It is asked to sleep again, awake or not. */
struct foo_chip {
	struct regulator *core, *io;
};

int foo_restore(struct foo_chip *chip);
static int foo_resume(struct device *dev)
{
	struct foo_chip *chip = dev_get_drvdata(dev);
	int ret;

	ret = regulator_enable(chip->io);
	if (ret)
		return ret;
	ret = regulator_enable(chip->core);
	if (ret) {
		regulator_disable(chip->io);
		return ret;
	}
	return foo_restore(chip);
}

static int foo_suspend(struct device *dev)
{
	struct foo_chip *chip = dev_get_drvdata(dev);

	regulator_disable(chip->core);
	return regulator_disable(chip->io);
}

const struct dev_pm_ops foo_pm_ops = { SYSTEM_SLEEP_PM_OPS(foo_suspend, foo_resume) };

/* A chip in reset does no harm. */
void foo_enable_reset(struct foo_chip *chip);
void foo_disable_reset(struct foo_chip *chip);
int restart(struct foo_chip *chip);
int restart(struct foo_chip *chip)
{
	int ret;

	foo_enable_reset(chip);
	ret = regulator_enable(chip->core);
	if (ret)
		return ret;
	foo_disable_reset(chip);
	return 0;
}

/* What is destroyed is what was created. */
struct foo_queue;
int foo_init_queue(struct foo_chip *chip, struct foo_queue *queue, int size);
int foo_create_queue(struct foo_chip *chip, struct foo_queue *queue);
void foo_destroy_queue(struct foo_chip *chip, struct foo_queue *queue);
void foo_queue_release(struct foo_queue *queue);
int foo_start_queue(struct foo_queue *queue);
int make_queue(struct foo_chip *chip, struct foo_queue *queue);
int make_queue(struct foo_chip *chip, struct foo_queue *queue)
{
	int ret = foo_init_queue(chip, queue, 8);

	if (ret)
		goto error;
	ret = foo_create_queue(chip, queue);
	if (ret)
		goto error;
	ret = foo_start_queue(queue);
	if (ret)
		goto destroy;
	return 0;
destroy:
	foo_destroy_queue(chip, queue);
error:
	foo_queue_release(queue);
	return ret;
}
