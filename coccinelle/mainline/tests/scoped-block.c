// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_kick(struct foo *foo, int mode);
void foo_kick(struct foo *foo, int mode)
{
	unsigned long flags;

	foo_start(foo);

	/* The interrupt handler looks at both. */
	spin_lock_irqsave(&foo->slock, flags);

	foo->mode = mode;
	/* one more
	 * turn
	 */
	foo->count = foo_write(foo, 0,
			       foo->mode);

	if (foo->busy)
		foo_stop(foo);
	else
		/* not yet */
		foo->busy = true;

	spin_unlock_irqrestore(&foo->slock, flags);

	foo_put(foo);
}
