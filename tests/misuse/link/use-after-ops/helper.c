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

static void foo_drop_name(struct foo *foo)
{
	kfree(foo->name);
	kfree(foo);
}

static const struct foo_ops plain_ops = { .drop = foo_drop };
static const struct foo_ops named_ops = { .drop = foo_drop_name };

const struct foo_ops *foo_ops(bool plain)
{
	return plain ? &plain_ops : &named_ops;
}
