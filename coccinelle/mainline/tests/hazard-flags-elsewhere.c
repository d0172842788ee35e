// SPDX-License-Identifier: GPL-2.0
/* left: flags used elsewhere */
#include "foo.h"

int foo_flags(struct foo *foo);
int foo_flags(struct foo *foo)
{
	unsigned long flags;
	int was_off;

	spin_lock_irqsave(&foo->slock, flags);
	was_off = irqs_disabled_flags(flags);
	spin_unlock_irqrestore(&foo->slock, flags);
	return was_off;
}
