// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

static struct foo all;

void foo_put_away(struct foo *foo, struct foo *into)
{
	into->next = foo;
}

void foo_set(struct foo *foo)
{
	foo_put_away(foo, &all);
}
