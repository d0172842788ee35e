// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

static struct foo *first;

int foo_register(struct foo *foo)
{
	if (foo->id < 0)
		return -EINVAL;
	foo->next = first;
	first = foo;
	return 0;
}
