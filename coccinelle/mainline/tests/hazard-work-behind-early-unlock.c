// SPDX-License-Identifier: GPL-2.0
/* left: function call after the unlock */
#include "foo.h"

int foo_check(struct foo *foo);
int foo_check(struct foo *foo)
{
	mutex_lock(&foo->lock);
	if (foo->busy) {
		mutex_unlock(&foo->lock);
		foo_stop(foo);
		return -EBUSY;
	}
	foo->busy = true;
	mutex_unlock(&foo->lock);
	return 0;
}
