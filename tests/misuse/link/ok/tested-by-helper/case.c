// SPDX-License-Identifier: GPL-2.0
#include "../../../misuse.h"
#include "helper.h"

static int use(void)
{
	struct foo *foo = foo_open();
	int id;

	if (!foo_good(foo))
		return -ENOMEM;
	id = foo->id;
	kfree(foo);
	return id;
}

static int wrong(void)
{
	return use();
}

static int right(void)
{
	return use();
}
