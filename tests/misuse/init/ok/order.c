// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Locks that are ready when they are used. */
#include <linux/completion.h>
#include <linux/interrupt.h>
#include <linux/mutex.h>
#include <linux/notifier.h>
#include <linux/slab.h>

struct foo {
	struct mutex lock, other;
	struct completion done;
	struct notifier_block nb;
	int irq, events;
};

static irqreturn_t foo_irq(int irq, void *data)
{
	struct foo *foo = data;

	complete(&foo->done);
	return IRQ_HANDLED;
}

int foo_before(struct foo *foo);
int foo_before(struct foo *foo)
{
	init_completion(&foo->done);
	return request_irq(foo->irq, foo_irq, 0, "foo", foo);
}

/* The handler does not use what is initialised after it. */
int foo_other(struct foo *foo);
int foo_other(struct foo *foo)
{
	int ret;

	init_completion(&foo->done);
	ret = request_irq(foo->irq, foo_irq, 0, "foo", foo);
	mutex_init(&foo->lock);
	mutex_init(&foo->other);
	return ret;
}

/* The interrupt stays off until it is enabled. */
int foo_off(struct foo *foo);
int foo_off(struct foo *foo)
{
	int ret = request_irq(foo->irq, foo_irq, IRQF_NO_AUTOEN, "foo", foo);

	if (ret)
		return ret;
	init_completion(&foo->done);
	enable_irq(foo->irq);
	return 0;
}

/* Of another object. */
int foo_two(struct foo *one, struct foo *two);
int foo_two(struct foo *one, struct foo *two)
{
	int ret = request_irq(one->irq, foo_irq, 0, "foo", one);

	init_completion(&two->done);
	return ret;
}

int foo_event(struct foo *foo);
int foo_event(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo->events++;
	mutex_unlock(&foo->lock);
	return wait_for_completion_interruptible(&foo->done);
}

/* Initialised by a helper that is given the member. */
struct bar {
	struct mutex lock;
};

void bar_lock_init(struct mutex *lock);
struct bar *bar_new(void);
struct bar *bar_new(void)
{
	struct bar *bar = kzalloc(sizeof(*bar), GFP_KERNEL);

	if (bar)
		bar_lock_init(&bar->lock);
	return bar;
}

void bar_use(struct bar *bar);
void bar_use(struct bar *bar)
{
	mutex_lock(&bar->lock);
	mutex_unlock(&bar->lock);
}

/* A static one. */
struct baz {
	struct mutex lock;
};

static struct baz baz = { .lock = __MUTEX_INITIALIZER(baz.lock) };

void baz_use(struct baz *b);
void baz_use(struct baz *b)
{
	if (!b)
		b = &baz;
	mutex_lock(&b->lock);
	mutex_unlock(&b->lock);
}

/* In an array of structs, in a struct. */
struct qux_line {
	struct mutex lock;
};

struct qux {
	struct qux_line lines[4];
};

void qux_init(struct qux *q);
void qux_init(struct qux *q)
{
	int i;

	for (i = 0; i < 4; i++)
		mutex_init(&q->lines[i].lock);
}

void qux_use(struct qux_line *line);
void qux_use(struct qux_line *line)
{
	mutex_lock(&line->lock);
	mutex_unlock(&line->lock);
}
