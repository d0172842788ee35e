// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/cleanup.h>
#include <linux/sched.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

struct foo {
	int users;
};

static void foo_free(struct foo *foo)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
	kfree(foo);
}
DEFINE_FREE(foo_free, struct foo *, _T ? foo_free(_T) : (void)0)

static struct foo *foo_new(void)
{
	return kzalloc(sizeof(struct foo), GFP_KERNEL);
}

/* The last one declared goes first: at the end the guard is still there. */
static int wrong(void)
{
	struct foo *old = foo_new();

	guard(spinlock)(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	struct foo *foo __free(foo_free) = old;	/* { dg-error "may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */

	return foo ? foo->users : -ENOMEM;
}

static int right(void)
{
	struct foo *foo __free(foo_free) = foo_new();

	guard(spinlock)(&foo_lock);
	return foo ? foo->users : -ENOMEM;
}
