// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

static LIST_HEAD(all);

void foo_add(struct foo *foo)
{
	list_add(&foo->node, &all);
}
