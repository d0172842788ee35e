// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

static void foo_drop(struct foo *foo)
{
	kfree(foo);
}

static void foo_mark(struct foo *foo)
{
	foo->id = 1;
}

static const struct foo_ops drop_ops = { .done = foo_drop };
static const struct foo_ops mark_ops = { .done = foo_mark };

const struct foo_ops *foo_ops(bool drop)
{
	return drop ? &drop_ops : &mark_ops;
}
