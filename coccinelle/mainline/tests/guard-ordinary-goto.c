// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* These labels do work: they stay. */
void foo_apply(struct foo *foo, int value);
void foo_apply(struct foo *foo, int value)
{
	mutex_lock(&foo->lock);

	if (foo->busy) {
		if (foo->mode == value)
			goto set_count;
		foo_stop(foo);
	}

	foo->mode = value;

set_count:
	foo->count = value;
	mutex_unlock(&foo->lock);
}
