// SPDX-License-Identifier: GPL-2.0
#include <linux/delay.h>
#include <linux/lockdep.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

#include <safe/annotations.h>

#include "helper.h"

DEFINE_SPINLOCK(foo_lock);

void foo_wait(void)
{
	WARN(lockdep_is_held(&foo_lock), "must: !lockdep_is_held\n");
	usleep_range(10, 20);
}

void foo_settle(int times)
{
	foo_wait();
	pr_debug("settled after %d\n", times);
}

void foo_unlock(void)
{
	spin_unlock(&foo_lock);
}
