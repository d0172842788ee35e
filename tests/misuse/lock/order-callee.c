// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible circular locking dependency detected */
#include <linux/spinlock.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

/* By way of a third: list, then item, then log. */
struct foo {
	spinlock_t log_lock __acquired_after(&item_lock);
	spinlock_t item_lock __acquired_after(&list_lock);
	spinlock_t list_lock;
	int items, logged;
};

static noinline int foo_items(struct foo *foo)
{
	int items;

	spin_lock(&foo->list_lock);	/* { dg-note "'&foo->list_lock' is taken" } */
	items = foo->items;
	spin_unlock(&foo->list_lock);
	return items;
}

static noinline void foo_log(struct foo *foo)
{
	spin_lock(&foo->log_lock);	/* { dg-note "'&foo->log_lock' is taken" } */
	foo->logged = foo_items(foo);	/* { dg-error "'&foo->list_lock' is taken while '&foo->log_lock' is held, but is declared to be taken before it.*SAFE_E_LOCK_ORDER" } */
	spin_unlock(&foo->log_lock);
}

static noinline void foo_log_rightly(struct foo *foo)
{
	int items = foo_items(foo);

	spin_lock(&foo->log_lock);
	foo->logged = items;
	spin_unlock(&foo->log_lock);
}

static noinline void foo_add(struct foo *foo)
{
	spin_lock(&foo->list_lock);
	foo->items++;
	spin_lock(&foo->log_lock);
	foo->logged++;
	spin_unlock(&foo->log_lock);
	spin_unlock(&foo->list_lock);
}

static struct foo the_foo = {
	.log_lock = __SPIN_LOCK_UNLOCKED(the_foo.log_lock),
	.item_lock = __SPIN_LOCK_UNLOCKED(the_foo.item_lock),
	.list_lock = __SPIN_LOCK_UNLOCKED(the_foo.list_lock),
};

static int wrong(void)
{
	foo_add(&the_foo);
	foo_log(&the_foo);
	return 0;
}

static int right(void)
{
	foo_add(&the_foo);
	foo_log_rightly(&the_foo);
	return 0;
}
