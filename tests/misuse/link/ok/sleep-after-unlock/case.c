// SPDX-License-Identifier: GPL-2.0
#include "../../../misuse.h"
#include <linux/spinlock.h>
#include "helper.h"

static int use(void)
{
	spin_lock(&foo_lock);
	foo_unlock();
	foo_settle(2);
	return 0;
}

static int wrong(void)
{
	return use();
}

static int right(void)
{
	return use();
}
