// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !raw_irqs_disabled */
#include "../misuse.h"
#include <linux/irqflags.h>
#include <linux/sched.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);
static int foo_count;

static void foo_wait(void)
{
	must(!raw_irqs_disabled());
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
}

/* What has saved the flags is not what restores them. */
static int wrong(void)
{
	unsigned long flags;

	spin_lock_irqsave(&foo_lock, flags);
	foo_count++;
	spin_unlock(&foo_lock);
	foo_wait();	/* { dg-error "'foo_wait' may sleep, but interrupts are off.*SAFE_E_SLEEP_IN_ATOMIC" } */
	local_irq_restore(flags);
	return 0;
}

static int right(void)
{
	unsigned long flags;

	spin_lock_irqsave(&foo_lock, flags);
	foo_count++;
	spin_unlock_irqrestore(&foo_lock, flags);
	foo_wait();
	return 0;
}
