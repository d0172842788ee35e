// SPDX-License-Identifier: GPL-2.0
/* left: variable set to something else */
#include "foo.h"

int foo_grow(struct foo *foo, size_t size);
int foo_grow(struct foo *foo, size_t size)
{
	u8 *buffer, *more;

	buffer = kmalloc(size, GFP_KERNEL);
	if (!buffer)
		return -ENOMEM;
	more = krealloc(buffer, size * 2, GFP_KERNEL);
	if (more)
		buffer = more;
	foo->count = buffer[0];
	kfree(buffer);
	return 0;
}
