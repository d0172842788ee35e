// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

struct foo *foo_named(struct foo *foo)
{
	foo->name = "foo";
	return foo;
}
