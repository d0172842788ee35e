// SPDX-License-Identifier: GPL-2.0
#include "../../../misuse.h"
#include "helper.h"

static int use(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo = foo_named(foo);
	kfree(foo);
	return 0;
}

static int wrong(void)
{
	return use();
}

static int right(void)
{
	return use();
}
