// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

int foo_start(struct foo *foo)
{
	if (foo->id < 0) {
		kfree(foo);
		return -EINVAL;
	}
	return 0;
}
