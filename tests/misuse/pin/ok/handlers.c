// SPDX-License-Identifier: GPL-2.0
/* What a handler uses is there before it, or it does not use it. */
#include <linux/interrupt.h>
#include <linux/wait.h>
#include <linux/mutex.h>

struct foo {
	int irq;
	wait_queue_head_t queue;
	struct mutex lock;
};

static irqreturn_t foo_irq(int irq, void *data)
{
	struct foo *foo = data;

	wake_up(&foo->queue);
	return IRQ_HANDLED;
}

int foo_start(struct foo *foo);
int foo_start(struct foo *foo)
{
	int ret;

	init_waitqueue_head(&foo->queue);
	ret = request_irq(foo->irq, foo_irq, 0, "foo", foo);
	if (ret)
		return ret;
	mutex_init(&foo->lock);
	return 0;
}
