// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

int foo_sum(const struct foo *foo, int more)
{
	return foo->id + more;	/* only looks at it */
}
