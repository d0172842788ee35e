// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

struct foo *foo_open(int id)
{
	struct foo *foo;

	if (id < 0)
		return ERR_PTR(-EINVAL);
	foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	if (!foo)
		return NULL;
	foo->id = id;
	return foo;
}
