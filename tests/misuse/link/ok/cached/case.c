// SPDX-License-Identifier: GPL-2.0
#include "../../../misuse.h"
#include "helper.h"

static int use(void)
{
	struct foo *foo = foo_get();

	return foo ? foo->id : -ENOMEM;
}

static int wrong(void)
{
	return use();
}

static int right(void)
{
	return use();
}
