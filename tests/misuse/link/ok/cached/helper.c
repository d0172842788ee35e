// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

static struct foo *cache;

struct foo *foo_get(void)
{
	if (!cache)
		cache = kzalloc(sizeof(*cache), GFP_KERNEL);
	return cache;
}
