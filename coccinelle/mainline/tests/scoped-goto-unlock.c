// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_unexport(struct foo *foo);
void foo_unexport(struct foo *foo)
{
	mutex_lock(&foo_lock);

	if (!foo->busy)
		goto err_unlock;

	if (!foo->data)
		goto err_unlock;

	foo->busy = false;
	mutex_unlock(&foo_lock);

	foo_put(foo);

	return;

err_unlock:
	mutex_unlock(&foo_lock);
}
