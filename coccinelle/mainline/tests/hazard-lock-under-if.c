// SPDX-License-Identifier: GPL-2.0
/* left: lock held at exit */
#include "foo.h"

void foo_sync(struct foo *foo, bool lock);
void foo_sync(struct foo *foo, bool lock)
{
	if (lock)
		mutex_lock(&foo->lock);
	foo->count++;
	if (lock)
		mutex_unlock(&foo->lock);
}
