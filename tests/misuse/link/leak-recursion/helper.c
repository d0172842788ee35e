// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

int foo_deeper(struct foo *foo, int depth)
{
	return foo_depth(foo, depth - 1);
}

int foo_depth(struct foo *foo, int depth)
{
	return depth ? foo_deeper(foo, depth) : foo->id;
}
