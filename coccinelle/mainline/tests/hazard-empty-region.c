// SPDX-License-Identifier: GPL-2.0
/* left: nothing between lock and unlock */
#include "foo.h"

/* Waits for whoever has the lock. */
void foo_barrier(struct foo *foo);
void foo_barrier(struct foo *foo)
{
	mutex_lock(&foo->lock);
	mutex_unlock(&foo->lock);
	foo_put(foo);
}
