// SPDX-License-Identifier: GPL-2.0
/* left: function call after the unlock */
#include "foo.h"

/* One of the two stays, and so do its flags. */
int foo_pair(struct foo *foo);
int foo_pair(struct foo *foo)
{
	unsigned long flags;

	spin_lock_irqsave(&foo->slock, flags);
	foo->count++;
	spin_unlock_irqrestore(&foo->slock, flags);

	foo_stop(foo);

	spin_lock_irqsave(&foo->slock, flags);
	if (foo->busy) {
		spin_unlock_irqrestore(&foo->slock, flags);
		foo_stop(foo);
		return -EBUSY;
	}
	spin_unlock_irqrestore(&foo->slock, flags);
	return 0;
}
