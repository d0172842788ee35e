// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_poll(struct foo *foo);
void foo_poll(struct foo *foo)
{
	spin_lock(&foo->slock);

	if (!foo->busy)
		goto out;

	foo->count++;
	if (foo->count > 10)
		foo->busy = false;
out:
	spin_unlock(&foo->slock);
}
