// SPDX-License-Identifier: GPL-2.0
/* left: unlock reached locked and unlocked */
#include "foo.h"

int foo_maybe(struct foo *foo, bool locked);
int foo_maybe(struct foo *foo, bool locked)
{
	int ret = -EINVAL;

	if (!foo->data)
		goto out;
	mutex_lock(&foo->lock);
	ret = foo_read(foo, 0);
out:
	mutex_unlock(&foo->lock);
	return ret;
}
