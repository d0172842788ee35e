// SPDX-License-Identifier: GPL-2.0
/* left: ownership passes to a call */
#include "foo.h"

/* The store is not the last thing that may happen to it. */
int foo_hold(struct foo *foo);
int foo_hold(struct foo *foo)
{
	struct bar *bar;
	int ret;

	bar = kzalloc(sizeof(*bar), GFP_KERNEL);
	if (!bar)
		return -ENOMEM;
	foo->data = bar;
	ret = foo_register(foo);
	if (ret) {
		foo->data = NULL;
		kfree(bar);
		return ret;
	}
	return 0;
}
