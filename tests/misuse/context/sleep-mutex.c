// SPDX-License-Identifier: GPL-2.0
/* Runs into: BUG: Invalid wait context */
#include "../misuse.h"
#include <linux/mutex.h>
#include <linux/spinlock.h>

static struct foo {
	spinlock_t lock;
	struct mutex config;
	int limit;
} foo = {
	.lock = __SPIN_LOCK_UNLOCKED(foo.lock),
	.config = __MUTEX_INITIALIZER(foo.config),
};

static int wrong(void)
{
	int limit;

	spin_lock(&foo.lock);	/* { dg-note "'&foo.lock' is taken here" } */
	mutex_lock(&foo.config);	/* { dg-error "'mutex_lock' may sleep, but '&foo.lock' is held: do it before or after.*SAFE_E_SLEEP_IN_ATOMIC" } */
	limit = foo.limit;
	mutex_unlock(&foo.config);
	spin_unlock(&foo.lock);
	return limit;
}

static int right(void)
{
	int limit;

	mutex_lock(&foo.config);
	spin_lock(&foo.lock);
	limit = foo.limit;
	spin_unlock(&foo.lock);
	mutex_unlock(&foo.config);
	return limit;
}
