// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible recursive locking|spinlock recursion */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);
static int foo_count;

static noinline void foo_log(void)
{
	spin_lock(&foo_lock);
	pr_info("%d\n", foo_count);
	spin_unlock(&foo_lock);
}

static noinline void foo_step(void)
{
	foo_log();
}

/* Two calls down, by hand there. */
static int wrong(void)
{
	scoped_guard(spinlock, &foo_lock) {
		foo_count++;
		foo_step();	/* { dg-error "'foo_step' takes 'foo_lock'.*SAFE_E_GUARD_DEADLOCK" } */
	}
	return 0;
}

static int right(void)
{
	scoped_guard(spinlock, &foo_lock)
		foo_count++;
	foo_step();
	return 0;
}
