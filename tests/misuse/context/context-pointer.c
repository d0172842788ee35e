// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/sched.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);
static int foo_state;

static void foo_quick(void)
{
	foo_state++;
}

static void foo_slow(void)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();	/* { dg-note "'might_sleep' is called here" } */
	foo_state++;
}

static void foo_slow_too(void)
{
	might_sleep();
}

static void foo_take(void)
{
	foo_state++;
	spin_lock(&foo_lock);
}

typedef void (*kick_t)(void) __nosleep;

/* Set at once, and later. */
static kick_t foo_kick = foo_slow;	/* { dg-error "'foo_kick' must not sleep, but 'foo_slow' calls 'might_sleep', which may.*SAFE_E_CONTEXT_MEMBER" } */
static void (*foo_begin)(void) __enters("spinlock") = foo_take;
static void (*foo_wait)(void) __sleeps = foo_slow_too;

static noinline void foo_each(int n, kick_t kick)
{
	spin_lock(&foo_lock);
	while (n--)
		kick();
	spin_unlock(&foo_lock);
}

static void foo_not_taken(void)
{
	foo_state--;
}

static int wrong(void)
{
	foo_each(1, foo_kick);
	foo_begin = foo_not_taken;	/* { dg-error "'foo_begin' is declared to change the level of spinlocks by 1, but 'foo_not_taken' changes it by 0.*SAFE_E_CONTEXT_MEMBER" } */
	return foo_state;
}

static int right(void)
{
	kick_t kick = foo_quick;

	foo_wait();
	foo_each(1, kick);
	foo_each(1, foo_quick);
	foo_begin();
	spin_unlock(&foo_lock);
	return foo_state;
}
