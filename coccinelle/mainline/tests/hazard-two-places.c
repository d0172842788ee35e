// SPDX-License-Identifier: GPL-2.0
/* left: allocated at several places */
#include "foo.h"

int foo_either(struct foo *foo, size_t size);
int foo_either(struct foo *foo, size_t size)
{
	void *data;
	int ret;

	if (size > 100)
		data = kzalloc(size, GFP_KERNEL);
	else
		data = kmalloc(size, GFP_KERNEL);
	if (!data)
		return -ENOMEM;
	ret = foo_register(foo);
	kfree(data);
	return ret;
}
