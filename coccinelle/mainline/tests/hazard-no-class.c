// SPDX-License-Identifier: GPL-2.0
/* left: no guard class in this kernel */
#include "foo.h"

void foo_nested(struct foo *foo);
void foo_nested(struct foo *foo)
{
	mutex_lock_nested(&foo->lock, SINGLE_DEPTH_NESTING);
	foo->count++;
	mutex_unlock(&foo->lock);
}

void foo_rw(struct foo *foo);
void foo_rw(struct foo *foo)
{
	read_lock_bh(&foo->rwlock);
	foo->count++;
	read_unlock_bh(&foo->rwlock);
}
