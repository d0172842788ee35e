// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_resume(struct foo *foo);
int foo_resume(struct foo *foo)
{
	int ret;

	mutex_lock(&foo->lock);
	ret = foo_start(foo);
#ifdef CONFIG_FOO_DEBUG
	dev_info(foo->dev, "started: %d\n", ret);
#else
	dev_dbg(foo->dev, "started: %d\n", ret);
#endif
	mutex_unlock(&foo->lock);

	return ret;
}

void foo_reset(struct foo *foo);
void foo_reset(struct foo *foo)
{
	mutex_lock(&foo->lock);
#ifdef CONFIG_FOO_DEBUG
	foo->mode = 1;
#endif
	foo->count = 0;
	mutex_unlock(&foo->lock);

	foo_put(foo);
}
