// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_once(struct foo *foo);
int foo_once(struct foo *foo)
{
	int *values = kcalloc(4, sizeof(*values), GFP_KERNEL);
	int ret;

	if (!values)
		return -ENOMEM;

	ret = foo_register(values);
	kfree(values);
	return ret;
}
