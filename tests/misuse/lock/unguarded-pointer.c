// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: lockdep_is_held */
#include <linux/spinlock.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

struct foo {
	spinlock_t lock;
	int *table __pt_guarded_by(&lock);
};

static int entries[4];
static struct foo the_foo = {
	.lock = __SPIN_LOCK_UNLOCKED(the_foo.lock), .table = entries,
};

/* The pointer itself never changes. */
static noinline int foo_first(struct foo *foo)
{
	int *table = foo->table, first;

	first = *table;	/* { dg-error "'.*table.*' is read without '&foo->lock', which guards it.*SAFE_E_UNGUARDED" } */
	must(lockdep_is_held(&foo->lock));
	return first;
}

static noinline int foo_first_rightly(struct foo *foo)
{
	int *table = foo->table, first;

	spin_lock(&foo->lock);
	first = *table;
	must(lockdep_is_held(&foo->lock));
	spin_unlock(&foo->lock);
	return first;
}

static int wrong(void)
{
	return foo_first(&the_foo);
}

static int right(void)
{
	return foo_first_rightly(&the_foo);
}
