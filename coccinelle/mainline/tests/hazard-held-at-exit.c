// SPDX-License-Identifier: GPL-2.0
/* left: lock held at exit */
#include "foo.h"

void foo_bus_lock(struct foo *foo);
void foo_bus_lock(struct foo *foo)
{
	mutex_lock(&foo->lock);
}

void foo_bus_unlock(struct foo *foo);
void foo_bus_unlock(struct foo *foo)
{
	mutex_unlock(&foo->lock);
}

int foo_begin(struct foo *foo);
int foo_begin(struct foo *foo)
{
	mutex_lock(&foo->lock);
	if (foo->busy) {
		mutex_unlock(&foo->lock);
		return -EBUSY;
	}
	return 0;
}
