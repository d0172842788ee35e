// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/sched.h>
#include <linux/spinlock.h>

struct foo {
	spinlock_t lock;
	int state;
};

static struct foo foos[2];

static void foo_prepare(struct foo *foo)
{
	must(!lockdep_is_held(&foos[0].lock));
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
	foo->state = 1;
}

static void foo_setup(void)
{
	spin_lock_init(&foos[0].lock);
	spin_lock_init(&foos[1].lock);
}

static void foo_release(void)
{
	spin_unlock(&foos[1].lock);
	spin_unlock(&foos[0].lock);
}

/* In the second round the lock of the first one is held. */
static int wrong(void)
{
	int i;

	foo_setup();
	for (i = 0; i < 2; i++) {
		foo_prepare(&foos[i]);	/* { dg-error "'foo_prepare' may sleep, but '&foos.*lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
		spin_lock_nested(&foos[i].lock, i);	/* { dg-note "is taken here" } */
	}
	foo_release();
	return 0;
}

static int right(void)
{
	int i;

	foo_setup();
	for (i = 0; i < 2; i++)
		foo_prepare(&foos[i]);
	for (i = 0; i < 2; i++)
		spin_lock_nested(&foos[i].lock, i);
	foo_release();
	return 0;
}
