// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

bool foo_good(const struct foo *foo)
{
	return foo && foo->id;
}

struct foo *foo_open(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo->id = 1;
	return foo;
}
