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

static void foo_free_memory(struct foo *foo)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
	kfree(foo);
}

/* What the object ends with takes a lock, and only then its memory is given back. */
static void foo_free(struct foo *foo)
{
	spin_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	foo->users = 0;
	foo_free_memory(foo);	/* { dg-error "'foo_free_memory' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock(&foo_lock);
}
DEFINE_FREE(foo_free, struct foo *, _T ? foo_free(_T) : (void)0)

static void foo_free_rightly(struct foo *foo)
{
	spin_lock(&foo_lock);
	foo->users = 0;
	spin_unlock(&foo_lock);
	foo_free_memory(foo);
}
DEFINE_FREE(foo_free_rightly, struct foo *, _T ? foo_free_rightly(_T) : (void)0)

static int wrong(void)
{
	struct foo *foo __free(foo_free) = kzalloc(sizeof(*foo), GFP_KERNEL);

	return foo ? foo->users : -ENOMEM;
}

static int right(void)
{
	struct foo *foo __free(foo_free_rightly) = kzalloc(sizeof(*foo), GFP_KERNEL);

	return foo ? foo->users : -ENOMEM;
}
