// SPDX-License-Identifier: GPL-2.0
/* left: ownership passes to a call */
#include "foo.h"

/* foo_register() keeps what it is given. */
int foo_give(struct foo *foo);
int foo_give(struct foo *foo)
{
	struct bar *bar;
	int ret;

	bar = kzalloc(sizeof(*bar), GFP_KERNEL);
	if (!bar)
		return -ENOMEM;
	ret = foo_register(bar);
	if (ret) {
		kfree(bar);
		return ret;
	}
	return 0;
}
