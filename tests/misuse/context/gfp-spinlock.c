// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);
static void *foo_buffer;

static int wrong(void)
{
	unsigned long flags;

	spin_lock_irqsave(&foo_lock, flags);	/* { dg-note "'&foo_lock' is taken here" } */
	if (!foo_buffer) {	/* { dg-note "this condition is true on the path" } */
		must(!lockdep_is_held(&foo_lock));
		foo_buffer = kzalloc(64, GFP_KERNEL);	/* { dg-error "'kzalloc' may sleep with these flags, but '&foo_lock' is held: use GFP_ATOMIC, or allocate before.*SAFE_E_GFP_IN_ATOMIC" } */
	}
	spin_unlock_irqrestore(&foo_lock, flags);
	return 0;
}

static int right(void)
{
	unsigned long flags;
	void *buffer;

	buffer = kzalloc(64, GFP_KERNEL);
	spin_lock_irqsave(&foo_lock, flags);
	if (!foo_buffer)
		swap(foo_buffer, buffer);
	spin_unlock_irqrestore(&foo_lock, flags);
	kfree(buffer);
	kfree(foo_buffer);
	foo_buffer = NULL;
	return 0;
}
