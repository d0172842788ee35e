// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_move(struct foo *from, struct foo *to);
int foo_move(struct foo *from, struct foo *to)
{
	int ret = 0;

	mutex_lock(&from->lock);
	mutex_lock(&to->other);

	if (from->busy || to->busy) {
		ret = -EBUSY;
		goto out;
	}

	to->count += from->count;
	from->count = 0;
out:
	mutex_unlock(&to->other);
	mutex_unlock(&from->lock);
	return ret;
}
