// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !hardirq_count */
#include "../misuse.h"
#include <linux/interrupt.h>
#include <linux/mutex.h>
#include <linux/preempt.h>

struct foo {
	struct mutex lock;
	int events;
};

static struct foo the_foo = { .lock = __MUTEX_INITIALIZER(the_foo.lock) };

static int foo_read(struct foo *foo)
{
	int events;

	must(!hardirq_count());
	mutex_lock(&foo->lock);	/* { dg-note "'mutex_lock' is called there" } */
	events = foo->events++;
	mutex_unlock(&foo->lock);
	return events;
}

static irqreturn_t foo_irq(int irq, void *data)
{
	foo_read(data);	/* { dg-error "'foo_read' may sleep, but this function runs in a hard interrupt: leave it to a work or a thread.*SAFE_E_SLEEP_IN_ATOMIC" } */
	return IRQ_HANDLED;
}

static irqreturn_t foo_irq_rightly(int irq, void *data)
{
	return IRQ_WAKE_THREAD;
}

static irqreturn_t foo_thread(int irq, void *data)
{
	foo_read(data);
	return IRQ_HANDLED;
}

/* There is no such line: the handlers are called as the line would. */
#define FOO_LINE	10000

static void foo_raise(irq_handler_t handler)
{
	__irq_enter_raw();
	handler(FOO_LINE, &the_foo);
	__irq_exit_raw();
}

static int wrong(void)
{
	int ret = request_irq(FOO_LINE, foo_irq, 0, "foo", &the_foo);	/* { dg-note "it is given to 'request_irq' here" } */

	foo_raise(foo_irq);
	return ret;
}

static int right(void)
{
	int ret = request_threaded_irq(FOO_LINE, foo_irq_rightly, foo_thread, 0, "foo",
				       &the_foo);

	foo_raise(foo_irq_rightly);
	foo_thread(FOO_LINE, &the_foo);
	return ret;
}
