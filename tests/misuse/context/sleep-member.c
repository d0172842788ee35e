// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/sched.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

/* What the core is told of the members is all that it knows of a driver. */
struct foo_ops {
	int (*probe)(void) __sleeps;
	void (*begin)(void) __enters("irq");
	void (*end)(void) __leaves("irq");
};

static int foo_probe(void)
{
	must(!lockdep_is_held(&foo_lock) && !raw_irqs_disabled());
	might_sleep();
	return 0;
}

static void foo_begin(void)
{
	local_irq_disable();
}

static void foo_end(void)
{
	local_irq_enable();
}

static const struct foo_ops foo_ops = {
	.probe = foo_probe,
	.begin = foo_begin,
	.end = foo_end,
};

static noinline int foo_core(const struct foo_ops *ops)
{
	int ret;

	spin_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	ret = ops->probe();	/* { dg-error "'probe' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock(&foo_lock);
	ops->begin();	/* { dg-note "interrupts are turned off here" } */
	ret += ops->probe();	/* { dg-error "'probe' may sleep, but interrupts are off.*SAFE_E_SLEEP_IN_ATOMIC" } */
	ops->end();
	return ret;
}

static noinline int foo_core_rightly(const struct foo_ops *ops)
{
	int ret = ops->probe();

	spin_lock(&foo_lock);
	spin_unlock(&foo_lock);
	ops->begin();
	ops->end();
	return ret + ops->probe();
}

static int wrong(void)
{
	return foo_core(&foo_ops);
}

static int right(void)
{
	return foo_core_rightly(&foo_ops);
}
