// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/delay.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);
static int foo_state;

static int wrong(void)
{
	spin_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	foo_state = 1;
	must(!lockdep_is_held(&foo_lock));
	mdelay(12);	/* { dg-warning "'mdelay' waits for 12 ms, and '&foo_lock' is held: nothing else runs meanwhile.*SAFE_E_CONTEXT_DELAY" } */
	spin_unlock(&foo_lock);
	return 0;
}

static int right(void)
{
	spin_lock(&foo_lock);
	foo_state = 1;
	mdelay(2);
	spin_unlock(&foo_lock);
	must(!lockdep_is_held(&foo_lock));
	mdelay(12);
	return 0;
}
