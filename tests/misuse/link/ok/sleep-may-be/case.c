// SPDX-License-Identifier: GPL-2.0
#include "../../../misuse.h"
#include <linux/spinlock.h>
#include "helper.h"

static int use(bool sleep)
{
	spin_lock(&foo_lock);
	foo_wait(false);
	foo_relax();
	foo_unlock();
	foo_wait(sleep);
	return 0;
}

static int wrong(void)
{
	return use(true);
}

static int right(void)
{
	return use(false);
}
