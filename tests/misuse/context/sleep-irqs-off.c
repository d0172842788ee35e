// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !raw_irqs_disabled */
#include "../misuse.h"
#include <linux/irqflags.h>

static int wrong(void)
{
	unsigned long flags;
	void *foo;

	local_irq_save(flags);	/* { dg-note "interrupts are turned off here" } */
	must(!raw_irqs_disabled());
	foo = kmalloc(16, GFP_NOIO);	/* { dg-error "'kmalloc' may sleep with these flags, but interrupts are off.*SAFE_E_GFP_IN_ATOMIC" } */
	local_irq_restore(flags);
	kfree(foo);
	return 0;
}

static int right(void)
{
	unsigned long flags;
	void *foo;

	must(!raw_irqs_disabled());
	foo = kmalloc(16, GFP_NOIO);
	local_irq_save(flags);
	local_irq_restore(flags);
	kfree(foo);
	return 0;
}
