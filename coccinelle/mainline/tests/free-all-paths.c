// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_load(struct foo *foo, size_t size);
int foo_load(struct foo *foo, size_t size)
{
	u8 *buffer;
	int ret;

	buffer = kmalloc(size, GFP_KERNEL);
	if (!buffer)
		return -ENOMEM;

	ret = foo_read(foo, buffer[0]);
	if (ret < 0) {
		kfree(buffer);
		return ret;
	}

	foo->count = ret;
	kfree(buffer);
	return 0;
}
