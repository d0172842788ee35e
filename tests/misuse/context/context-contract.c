// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/delay.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

void foo_kick(void) __nosleep;
void foo_kick(void)
{
	must(!lockdep_is_held(&foo_lock));
	usleep_range(10, 20);	/* { dg-error "'foo_kick' is declared not to sleep, but calls 'usleep_range', which may.*SAFE_E_CONTEXT_CONTRACT" } */
}

/* A level more than before, in each way out. */
bool foo_begin(bool really) __enters("spinlock");
bool foo_begin(bool really)
{
	if (!really)
		return false;	/* { dg-error "'foo_begin' is declared to change the level of spinlocks by 1, but on this path it changes it by 0.*SAFE_E_CONTEXT_CONTRACT" } */
	spin_lock(&foo_lock);
	return true;
}

static int wrong(void)
{
	if (foo_begin(true)) {
		foo_kick();
		spin_unlock(&foo_lock);
	}
	return 0;
}

void foo_sleep(void) __sleeps;
void foo_sleep(void)
{
	must(!lockdep_is_held(&foo_lock));
	usleep_range(10, 20);
}

void foo_end(void) __leaves("spinlock");
void foo_end(void)
{
	spin_unlock(&foo_lock);
}

static int right(void)
{
	spin_lock(&foo_lock);
	foo_end();
	foo_sleep();
	return 0;
}
