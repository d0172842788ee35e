// SPDX-License-Identifier: GPL-2.0
/* Runs into: non-static key|DEBUG_LOCKS_WARN_ON|bad magic|WARNING:  */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/spinlock.h>

struct foo {
	spinlock_t lock;
	int value;
};

static noinline int foo_probe(struct foo *foo)
{
	scoped_guard(spinlock, &foo->lock)	/* { dg-error "'foo->lock' is taken before it is initialised.*SAFE_E_GUARD_EARLY" } */
		foo->value = 1;
	spin_lock_init(&foo->lock);
	return foo->value;
}

static int wrong(void)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);

	return foo ? foo_probe(foo) : -ENOMEM;
}

static noinline int foo_probe_locked(struct foo *foo)
{
	spin_lock_init(&foo->lock);
	scoped_guard(spinlock, &foo->lock)
		foo->value = 1;
	return foo->value;
}

static int right(void)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);

	return foo ? foo_probe_locked(foo) : -ENOMEM;
}
