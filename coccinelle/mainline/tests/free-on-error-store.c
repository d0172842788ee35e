// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_attach(struct foo *foo, size_t size);
int foo_attach(struct foo *foo, size_t size)
{
	void *data;
	int ret;

	data = kzalloc(size, GFP_KERNEL);
	if (!data)
		return -ENOMEM;

	ret = foo_register(foo);
	if (ret)
		goto err_free;

	foo->data = data;
	foo->count = 1;
	return 0;

err_free:
	kfree(data);
	return ret;
}
