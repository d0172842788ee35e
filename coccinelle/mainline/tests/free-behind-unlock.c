// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* Declared first, freed last. */
int foo_query(struct foo *foo, size_t size);
int foo_query(struct foo *foo, size_t size)
{
	u8 *buffer;
	int ret;

	buffer = kmalloc(size, GFP_KERNEL);
	if (!buffer)
		return -ENOMEM;

	mutex_lock(&foo->lock);
	ret = foo_read(foo, buffer[0]);
	mutex_unlock(&foo->lock);

	kfree(buffer);
	return ret;
}
