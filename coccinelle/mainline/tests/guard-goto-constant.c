// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_set(struct foo *foo, int mode);
int foo_set(struct foo *foo, int mode)
{
	int ret = 0;

	mutex_lock(&foo->lock);

	if (foo->mode == mode)
		goto out;

	if (foo->busy) {
		ret = -EBUSY;
		goto out;
	}

	foo->mode = mode;
	ret = foo_write(foo, 0, mode);

out:
	mutex_unlock(&foo->lock);

	return ret;
}
