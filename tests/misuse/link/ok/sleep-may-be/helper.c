// SPDX-License-Identifier: GPL-2.0
#include <linux/delay.h>
#include <linux/lockdep.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

#include <safe/annotations.h>

#include "helper.h"

DEFINE_SPINLOCK(foo_lock);

void foo_wait(bool sleep)
{
	if (sleep)
		usleep_range(10, 20);
	else
		udelay(10);
}

void foo_unlock(void)
{
	spin_unlock(&foo_lock);
}

void foo_relax(void)
{
	spin_unlock(&foo_lock);
	usleep_range(10, 20);
	spin_lock(&foo_lock);
}
