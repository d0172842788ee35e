// SPDX-License-Identifier: GPL-2.0
/* Runs into: spinlock bad magic|trying to register non-static key */
#include "../misuse.h"
#include <linux/completion.h>
#include <linux/interrupt.h>

struct foo {
	struct completion done;
	int irq;
};

static irqreturn_t foo_irq(int irq, void *data)
{
	struct foo *foo = data;

	complete(&foo->done);
	return IRQ_HANDLED;
}

/* A line that somebody else has raised already: the handler runs at once. */
static noinline int foo_request_irq(int irq, irq_handler_t handler, void *data)
{
	handler(irq, data);
	return 0;
}

static int wrong_probe(struct foo *foo)
{
	int ret = foo_request_irq(foo->irq, foo_irq, foo);

	if (ret)
		return ret;
	init_completion(&foo->done);	/* { dg-error "'done' is initialised after 'foo_request_irq' has registered 'foo_irq', which uses it: call init_completion.. before that.*SAFE_E_USED_BEFORE_INIT" } */
	return 0;
}

static int right_probe(struct foo *foo)
{
	init_completion(&foo->done);
	return foo_request_irq(foo->irq, foo_irq, foo);
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret = foo ? wrong_probe(foo) : -ENOMEM;

	kfree(foo);
	return ret;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret = foo ? right_probe(foo) : -ENOMEM;

	kfree(foo);
	return ret;
}
