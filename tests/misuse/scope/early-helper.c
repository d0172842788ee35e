// SPDX-License-Identifier: GPL-2.0
/* Runs into: non-static key|DEBUG_LOCKS_WARN_ON|bad magic|WARNING:  */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

struct foo {
	struct mutex lock;
	int value;
};

static noinline void foo_set(struct foo *foo, int value)
{
	guard(mutex)(&foo->lock);	/* { dg-note "taken here" } */
	foo->value = value;
}

static int wrong(void)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo_set(foo, 1);	/* { dg-error "'foo->lock' is taken before it is initialised.*SAFE_E_GUARD_EARLY" } */
	mutex_init(&foo->lock);
	return foo->value;
}

static int right(void)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	mutex_init(&foo->lock);
	foo_set(foo, 1);
	return foo->value;
}
