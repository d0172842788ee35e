// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* The lock does not cover the read: it stays outside. */
int foo_last(struct foo *foo);
int foo_last(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo->count++;
	mutex_unlock(&foo->lock);

	return foo->count;
}
