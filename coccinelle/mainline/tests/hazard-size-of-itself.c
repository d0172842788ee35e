// SPDX-License-Identifier: GPL-2.0
/* left: variable used outside the block of the allocation */
#include "foo.h"

/* The name is not known before its declaration. */
int foo_big(struct foo *foo);
int foo_big(struct foo *foo)
{
	size_t size = 0;
	struct bar *bar;
	int ret;

	size += sizeof(*bar);
	bar = kzalloc(size, GFP_KERNEL);
	if (!bar)
		return -ENOMEM;
	ret = foo_register(foo);
	kfree(bar);
	return ret;
}
