// SPDX-License-Identifier: GPL-2.0
/* Handlers that may sleep, and those that do not. */
#include <linux/delay.h>
#include <linux/interrupt.h>
#include <linux/kthread.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/timer.h>
#include <linux/workqueue.h>
#include <safe/annotations.h>

struct foo {
	struct mutex mutex;
	spinlock_t lock;
	struct work_struct work;
	struct timer_list timer;
	int state;
};

void foo_init(struct foo *foo);
void foo_init(struct foo *foo)
{
	spin_lock_init(&foo->lock);
	mutex_init(&foo->mutex);
}

static irqreturn_t foo_quick(int irq, void *data)
{
	struct foo *foo = data;

	spin_lock(&foo->lock);
	kfree(kmalloc(10, GFP_ATOMIC));
	foo->state++;
	spin_unlock(&foo->lock);
	return IRQ_WAKE_THREAD;
}

static irqreturn_t foo_thread(int irq, void *data)
{
	struct foo *foo = data;

	mutex_lock(&foo->mutex);
	msleep(foo->state);
	mutex_unlock(&foo->mutex);
	return IRQ_HANDLED;
}

static void foo_work(struct work_struct *work)
{
	msleep(20);
}

static void foo_timer(struct timer_list *timer)
{
	struct foo *foo = container_of(timer, struct foo, timer);

	schedule_work(&foo->work);
}

static int foo_loop(void *data)
{
	while (!kthread_should_stop())
		msleep(20);
	return 0;
}

int setup(struct foo *foo, int irq);
int setup(struct foo *foo, int irq)
{
	INIT_WORK(&foo->work, foo_work);
	timer_setup(&foo->timer, foo_timer, 0);
	if (IS_ERR(kthread_run(foo_loop, foo, "foo")))
		return -ENOMEM;
	return request_threaded_irq(irq, foo_quick, foo_thread, 0, "foo", foo);
}

/* Members that say what they are, set to what they say. */
struct foo_ops {
	int (*probe)(struct foo *foo) __sleeps;
	void (*kick)(struct foo *foo) __nosleep;
	void (*begin)(struct foo *foo) __enters("spinlock");
	void (*end)(struct foo *foo) __leaves("spinlock");
	void (*reset)(struct foo *foo);
};

static int foo_probe(struct foo *foo)
{
	msleep(20);
	return 0;
}

static void foo_kick(struct foo *foo)
{
	foo->state++;
}

static void foo_begin(struct foo *foo)
{
	spin_lock(&foo->lock);
}

static void foo_end(struct foo *foo)
{
	spin_unlock(&foo->lock);
}

static void foo_reset(struct foo *foo)
{
	msleep(foo->state);
}

static const struct foo_ops ops = {
	.probe = foo_probe,
	.kick = foo_kick,
	.begin = foo_begin,
	.end = foo_end,
	.reset = foo_reset,
};

int run(struct foo *foo);
int run(struct foo *foo)
{
	int ret = ops.probe(foo);

	ops.begin(foo);
	ops.kick(foo);
	ops.end(foo);
	ops.reset(foo);
	return ret;
}

/* Trusted: what the body does is not looked at. */
void trusted(struct foo *foo) __nosleep __context_unchecked;
void trusted(struct foo *foo)
{
	if (foo->state)
		msleep(20);
}

void trusts(struct foo *foo);
void trusts(struct foo *foo)
{
	spin_lock(&foo->lock);
	trusted(foo);
	spin_unlock(&foo->lock);
}
