// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/sched.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

/* The same function for each type; only what is called for one of them sleeps. */
#define DEFINE_REPLACE(name, drop)			\
static int name##_put(int *slot, int by)		\
{							\
	int old = *slot;				\
							\
	*slot = by;					\
	drop(old);					\
	return old;					\
}							\
							\
static int name##_replace(int *slot, int by)		\
{							\
	int old;					\
							\
	spin_lock(&foo_lock);				\
	old = name##_put(slot, by);			\
	spin_unlock(&foo_lock);				\
	return old;					\
}

static void plain_drop(int old)
{
	pr_debug("%d is gone\n", old);
}

static void slow_drop(int old)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
}

DEFINE_REPLACE(plain, plain_drop)
DEFINE_REPLACE(slow, slow_drop)	/* { dg-error "'slow_put' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */

static int foo_slot;

static int wrong(void)
{
	return slow_replace(&foo_slot, 1);
}

static int right(void)
{
	return plain_replace(&foo_slot, 1) + slow_put(&foo_slot, 2);
}
