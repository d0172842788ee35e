// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

struct foo *foo_open(size_t extra)
{
	struct foo *foo = kzalloc(sizeof(*foo) + extra, GFP_KERNEL | __GFP_NOWARN);

	if (!foo)
		return NULL;
	foo->id = 1;
	return foo;
}

struct foo *foo_find(size_t extra)
{
	return foo_open(extra);
}
