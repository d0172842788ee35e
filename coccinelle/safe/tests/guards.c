// SPDX-License-Identifier: GPL-2.0
#include <linux/spinlock.h>

#include "../../mainline/tests/foo.h"

int foo_set_mode(struct foo *foo, int mode);
int foo_set_mode(struct foo *foo, int mode)
{
	int ret;

	mutex_lock(&foo->lock);
	if (foo->busy) {
		ret = -EBUSY;
		goto out;
	}
	ret = foo_write(foo, 0, mode);
out:
	mutex_unlock(&foo->lock);
	return ret;
}

/* A lock that linux/cleanup.h of 6.1 has no class for. */
int foo_count(struct foo *foo);
int foo_count(struct foo *foo)
{
	int count;

	spin_lock_bh(&foo->slock);
	count = foo->count;
	spin_unlock_bh(&foo->slock);
	return count;
}
