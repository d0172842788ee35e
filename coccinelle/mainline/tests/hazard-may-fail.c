// SPDX-License-Identifier: GPL-2.0
/* left: lock that may fail */
#include "foo.h"

int foo_try(struct foo *foo);
int foo_try(struct foo *foo)
{
	if (!mutex_trylock(&foo->lock))
		return -EBUSY;
	foo->count++;
	mutex_unlock(&foo->lock);
	return 0;
}

int foo_intr(struct foo *foo);
int foo_intr(struct foo *foo)
{
	int ret;

	ret = mutex_lock_interruptible(&foo->lock);
	if (ret)
		return ret;
	foo->count++;
	mutex_unlock(&foo->lock);
	return 0;
}
