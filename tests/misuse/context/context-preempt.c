// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !foo_in_use */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/preempt.h>

static int foo_in_use, foo_count;

static void foo_add_wrong(int count)
{
	preempt_disable();	/* { dg-note "preemption is turned off here" } */
	foo_in_use++;
	if (foo_count + count > 2)	/* { dg-note "this condition is true on the path" } */
		return;	/* { dg-warning "after some paths through 'foo_add_wrong' preemption is off, after others not.*SAFE_E_CONTEXT_UNBALANCED" } */
	foo_count += count;
	foo_in_use--;
	preempt_enable();
}

static int wrong(void)
{
	foo_add_wrong(3);
	must(!foo_in_use);
	return foo_count;
}

static void foo_add(int count)
{
	preempt_disable();
	foo_in_use++;
	if (foo_count + count <= 2)
		foo_count += count;
	foo_in_use--;
	preempt_enable();
}

static int right(void)
{
	foo_add(3);
	must(!foo_in_use);
	return foo_count;
}
