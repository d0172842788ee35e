// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible recursive locking|spinlock recursion */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/spinlock.h>

struct foo {
	spinlock_t lock;
	int count;
};

static noinline int foo_count(struct foo *foo)
{
	guard(spinlock)(&foo->lock);	/* { dg-note "taken again here" } */
	return foo->count;
}

static noinline int foo_total(struct foo *foo)
{
	guard(spinlock)(&foo->lock);	/* { dg-note "the guard begins here" } */

	foo->count++;
	return foo_count(foo);	/* { dg-error "'foo_count' takes 'foo->lock', which the guard here holds already.*SAFE_E_GUARD_DEADLOCK" } */
}

static int wrong(void)
{
	struct foo foo = { .count = 1 };

	spin_lock_init(&foo.lock);
	return foo_total(&foo);
}

static noinline int foo_total_in_turn(struct foo *foo)
{
	scoped_guard(spinlock, &foo->lock)
		foo->count++;
	return foo_count(foo);
}

static int right(void)
{
	struct foo foo = { .count = 1 };

	spin_lock_init(&foo.lock);
	return foo_total_in_turn(&foo);
}
