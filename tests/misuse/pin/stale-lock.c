// SPDX-License-Identifier: GPL-2.0
/* Runs into: WARNING: |INFO: |BUG: |DEBUG_LOCKS_WARN_ON */
#include "../misuse.h"
#include <linux/mutex.h>

struct foo {
	u32 id;
	struct mutex lock;
	struct list_head items;
};


static struct foo the_foo = { .lock = __MUTEX_INITIALIZER(the_foo.lock) };

static noinline int wrong_copy(struct foo *foo)
{
	struct foo *copy;

	mutex_lock(&foo->lock);
	copy = kmemdup(foo, sizeof(*foo), GFP_KERNEL);
	mutex_unlock(&foo->lock);
	if (!copy)
		return -ENOMEM;
	mutex_unlock(&copy->lock);	/* { dg-error "'&copy->lock' is used, but the object was copied from another one that is in use: initialise it first, or keep a pointer.*SAFE_E_PIN_STALE" } */
	kfree(copy);
	return 0;
}

static noinline int right_copy(struct foo *foo)
{
	struct foo *copy;

	mutex_lock(&foo->lock);
	copy = kmemdup(foo, sizeof(*foo), GFP_KERNEL);
	mutex_unlock(&foo->lock);
	if (!copy)
		return -ENOMEM;
	mutex_init(&copy->lock);
	mutex_lock(&copy->lock);
	mutex_unlock(&copy->lock);
	kfree(copy);
	return 0;
}

static int wrong(void)
{
	return wrong_copy(&the_foo);
}

static int right(void)
{
	return right_copy(&the_foo);
}
