// SPDX-License-Identifier: GPL-2.0
/* Runs into: must:  */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);
static int foo_pending, foo_sent;

static int wrong(void)
{
	switch (foo_sent) {
	case 0:
		scoped_guard(spinlock_irqsave, &foo_lock) {
			if (!foo_pending)
				break;	/* { dg-error "'break' leaves only the scoped guard.*not the switch around it.*SAFE_E_SCOPE_BREAK" } */
			foo_pending = 0;
		}
		foo_sent++;
		break;
	default:
		return -EBUSY;
	}
	must(foo_sent == 0);
	return 0;
}

static int right(void)
{
	switch (foo_sent) {
	case 0:
		scoped_guard(spinlock_irqsave, &foo_lock) {
			if (!foo_pending)
				return 0;
			foo_pending = 0;
		}
		foo_sent++;
		break;
	default:
		return -EBUSY;
	}
	return 0;
}
