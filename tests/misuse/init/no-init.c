// SPDX-License-Identifier: GPL-2.0
/* Runs into: WARNING: .*mutex|DEBUG_LOCKS_WARN_ON|trying to register non-static key */
#include "../misuse.h"
#include <linux/mutex.h>

struct foo {
	struct mutex lock;
	int users;
};

struct bar {
	struct mutex lock;
	int users;
};

static noinline int foo_open(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo->users++;
	mutex_unlock(&foo->lock);
	return 0;
}

static noinline int bar_open(struct bar *bar)
{
	mutex_lock(&bar->lock);
	bar->users++;
	mutex_unlock(&bar->lock);
	return 0;
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);	/* { dg-error "'lock' is used by 'mutex_lock.*' but nobody initialises it: call mutex_init.. where the object is made.*SAFE_E_USED_BEFORE_INIT" } */
	int ret = foo ? foo_open(foo) : -ENOMEM;

	kfree(foo);
	return ret;
}

static int right(void)
{
	struct bar *bar = kzalloc(sizeof(*bar), GFP_KERNEL);
	int ret;

	if (!bar)
		return -ENOMEM;
	mutex_init(&bar->lock);
	ret = bar_open(bar);
	kfree(bar);
	return ret;
}
