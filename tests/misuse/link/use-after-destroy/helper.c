// SPDX-License-Identifier: GPL-2.0
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

#include "helper.h"

void foo_free(struct foo *foo)
{
	kfree(foo->name);
	kfree(foo);
}

void foo_destroy(struct foo *foo)
{
	if (!foo)
		return;
	foo_free(foo);
}
