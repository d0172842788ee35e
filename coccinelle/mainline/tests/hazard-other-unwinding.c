// SPDX-License-Identifier: GPL-2.0
/* left: unwind label keeps other cleanup */
#include "foo.h"

int foo_probe(struct foo *foo);
int foo_probe(struct foo *foo)
{
	int ret;

	mutex_lock(&foo->lock);

	ret = foo_start(foo);
	if (ret)
		goto unlock;

	ret = foo_register(foo);
	if (ret)
		goto stop;

	mutex_unlock(&foo->lock);
	return 0;

stop:
	foo_stop(foo);
unlock:
	mutex_unlock(&foo->lock);
	return ret;
}
