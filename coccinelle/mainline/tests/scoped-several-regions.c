// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_twice(struct foo *foo);
void foo_twice(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo->count = 0;
	mutex_unlock(&foo->lock);

	foo_stop(foo);

	mutex_lock(&foo->lock);
	foo->count = 1;
	mutex_unlock(&foo->lock);
}
