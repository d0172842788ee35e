// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_late(struct foo *foo);
int foo_late(struct foo *foo)
{
	int ret = 0;

	if (!foo->data)
		goto log;

	mutex_lock(&foo->lock);
	ret = foo_read(foo, 0);
	mutex_unlock(&foo->lock);

log:
	dev_dbg(foo->dev, "done\n");
	return ret;
}

/* The label does nothing but return: the jump over the lock can be one. */
int foo_early(struct foo *foo);
int foo_early(struct foo *foo)
{
	int ret = -ENODATA;

	if (!foo->data)
		goto out;

	mutex_lock(&foo->lock);
	foo->count++;
	ret = foo_read(foo, 0);
	mutex_unlock(&foo->lock);

out:
	return ret;
}
