// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

void foo_clear(struct foo *foo)
{
	kfree(foo->name);
	foo->name = NULL;
}
