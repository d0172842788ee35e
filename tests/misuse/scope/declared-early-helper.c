// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible circular locking dependency */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/spinlock.h>

struct foo {
	spinlock_t lock;
	spinlock_t stat_lock;
	int count, changes;
};

static noinline void foo_changed(struct foo *foo)
{
	guard(spinlock)(&foo->stat_lock);
	foo->changes++;
}

static noinline void foo_set(struct foo *foo, int count)
{
	guard(spinlock)(&foo->lock);
	foo->count = count;
	foo_changed(foo);
}

/* The other order, and by hand. */
static noinline int foo_read(struct foo *foo)
{
	int ret;

	spin_lock(&foo->stat_lock);
	spin_lock(&foo->lock);	/* { dg-error "'foo->lock' is taken while 'foo->stat_lock' is held.*SAFE_E_GUARD_ORDER" } */
	ret = foo->changes + foo->count;
	spin_unlock(&foo->lock);
	spin_unlock(&foo->stat_lock);
	return ret;
}

static struct foo foo;

static int wrong(void)
{
	spin_lock_init(&foo.lock);
	spin_lock_init(&foo.stat_lock);
	foo_set(&foo, 1);
	return foo_read(&foo);
}

struct bar {
	spinlock_t lock;
	spinlock_t stat_lock;
	int count, changes;
};

static noinline void bar_set(struct bar *bar, int count)
{
	guard(spinlock)(&bar->lock);
	bar->count = count;
	guard(spinlock)(&bar->stat_lock);
	bar->changes++;
}

static noinline int bar_read(struct bar *bar)
{
	guard(spinlock)(&bar->lock);
	guard(spinlock)(&bar->stat_lock);
	return bar->changes + bar->count;
}

static struct bar bar;

static int right(void)
{
	spin_lock_init(&bar.lock);
	spin_lock_init(&bar.stat_lock);
	bar_set(&bar, 1);
	return bar_read(&bar);
}
