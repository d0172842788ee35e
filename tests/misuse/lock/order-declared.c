// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible circular locking dependency detected */
#include <linux/mutex.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

struct foo {
	struct mutex list_lock __acquired_before(&state_lock);
	struct mutex state_lock;
	int count __guarded_by(&list_lock);
	int state __guarded_by(&state_lock);
};

static struct foo the_foo = {
	.list_lock = __MUTEX_INITIALIZER(the_foo.list_lock),
	.state_lock = __MUTEX_INITIALIZER(the_foo.state_lock),
};

static noinline void foo_add(struct foo *foo)
{
	mutex_lock(&foo->list_lock);
	foo->count++;
	mutex_lock(&foo->state_lock);
	foo->state = foo->count;
	mutex_unlock(&foo->state_lock);
	mutex_unlock(&foo->list_lock);
}

static noinline int foo_reset(struct foo *foo)
{
	mutex_lock(&foo->state_lock);	/* { dg-note "'&foo->state_lock' is taken" } */
	if (!foo->state) {
		mutex_unlock(&foo->state_lock);
		return -EINVAL;
	}
	foo->state = 0;
	mutex_lock(&foo->list_lock);	/* { dg-error "'&foo->list_lock' is taken while '&foo->state_lock' is held, but is declared to be taken before it: take it first.*SAFE_E_LOCK_ORDER" } */
	foo->count = 0;
	mutex_unlock(&foo->list_lock);
	mutex_unlock(&foo->state_lock);
	return 0;
}

static noinline int foo_reset_rightly(struct foo *foo)
{
	int ret = -EINVAL;

	mutex_lock(&foo->list_lock);
	mutex_lock(&foo->state_lock);
	if (foo->state) {
		foo->state = 0;
		foo->count = 0;
		ret = 0;
	}
	mutex_unlock(&foo->state_lock);
	mutex_unlock(&foo->list_lock);
	return ret;
}

static int wrong(void)
{
	foo_add(&the_foo);
	return foo_reset(&the_foo);
}

static int right(void)
{
	foo_add(&the_foo);
	return foo_reset_rightly(&the_foo);
}
