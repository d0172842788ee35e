// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

void foo_show(struct foo *foo)
{
	foo->id++;
}

void foo_eat(struct foo *foo)
{
	foo->id++;
	kfree(foo);
}
