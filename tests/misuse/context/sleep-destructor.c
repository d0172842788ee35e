// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/delay.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

struct foo {
	int open;
};

static void foo_close(struct foo *foo)
{
	must(!lockdep_is_held(&foo_lock));
	if (foo->open)
		usleep_range(10, 20);
	foo->open = 0;
}

static void unlock(spinlock_t **lock)
{
	spin_unlock(*lock);
}

/* Variables go in the reverse order of their declarations. */
static int wrong(void)
{
	spinlock_t *lock __attribute__((cleanup(unlock))) = &foo_lock;
	struct foo foo __attribute__((cleanup(foo_close))) = { .open = 1 };	/* { dg-error "'foo_close' may sleep, but 'lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */

	spin_lock(lock);
	return foo.open;
}

static int right(void)
{
	struct foo foo __attribute__((cleanup(foo_close))) = { .open = 1 };
	spinlock_t *lock __attribute__((cleanup(unlock))) = &foo_lock;

	spin_lock(lock);
	return foo.open;
}
