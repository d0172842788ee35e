// SPDX-License-Identifier: GPL-2.0
#include "../../../misuse.h"
#include "helper.h"

static int use(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_register(foo);
	if (ret)
		kfree(foo);
	return ret;
}

static int wrong(void)
{
	return use();
}

static int right(void)
{
	return use();
}
