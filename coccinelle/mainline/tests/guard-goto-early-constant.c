// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* The error code is set before the call that may fail. */
int foo_name(struct foo *foo, const char *name);
int foo_name(struct foo *foo, const char *name)
{
	int ret;

	mutex_lock(&foo->lock);

	ret = -EBUSY;
	if (foo->busy)
		goto out;

	ret = -ENOMEM;
	foo->name = kstrdup(name, GFP_KERNEL);
	if (!foo->name)
		goto out;

	ret = 0;
out:
	mutex_unlock(&foo->lock);
	return ret;
}
