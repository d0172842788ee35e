// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !raw_irqs_disabled */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/irqflags.h>

static int foo_level = 3;

static int foo_read_wrong(void)
{
	unsigned long flags;

	local_irq_save(flags);	/* { dg-note "interrupts are turned off here" } */
	if (foo_level > 2)	/* { dg-note "this condition is true on the path" } */
		return foo_level;	/* { dg-warning "after some paths through 'foo_read_wrong' interrupts are off, after others not.*SAFE_E_CONTEXT_UNBALANCED" } */
	local_irq_restore(flags);
	return foo_level + 1;
}

static int wrong(void)
{
	int level = foo_read_wrong();

	must(!raw_irqs_disabled());
	raw_local_irq_enable();
	return level;
}

static int foo_read(void)
{
	unsigned long flags;
	int level;

	local_irq_save(flags);
	level = foo_level > 2 ? foo_level : foo_level + 1;
	local_irq_restore(flags);
	return level;
}

static int right(void)
{
	int level = foo_read();

	must(!raw_irqs_disabled());
	return level;
}
