// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

void foo_init(struct foo *foo, int id)
{
	foo->id = id;
	foo->name = NULL;
}
