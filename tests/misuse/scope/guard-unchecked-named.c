// SPDX-License-Identifier: GPL-2.0
/* Runs into: must:  */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

#ifndef DEFINE_GUARD_COND	/* 6.1 */
DEFINE_CLASS(mutex_try, struct mutex *, _T ? mutex_unlock(_T) : (void)0,
	     mutex_trylock(lock) ? lock : NULL, struct mutex *lock)
static __maybe_unused const bool class_mutex_try_is_conditional = true;
#define __guard_ptr(name)	*
#endif

struct foo {
	struct mutex lock;
	int value;
};

static noinline void foo_set(struct foo *foo, int value)
{
	CLASS(mutex_try, lock)(&foo->lock);	/* { dg-error "'lock' may fail to take its lock, and nothing asks whether it did; test ACQUIRE_ERR.. first.*SAFE_E_GUARD_UNCHECKED" } */

	foo->value = value;
}

static int wrong(void)
{
	struct foo foo = { .value = 1 };

	mutex_init(&foo.lock);
	mutex_lock(&foo.lock);
	foo_set(&foo, 2);
	must(foo.value == 1);
	mutex_unlock(&foo.lock);
	return 0;
}

static noinline void foo_try_set(struct foo *foo, int value)
{
	CLASS(mutex_try, lock)(&foo->lock);

	if (__guard_ptr(mutex_try)(&lock))
		foo->value = value;
}

static int right(void)
{
	struct foo foo = { .value = 1 };

	mutex_init(&foo.lock);
	mutex_lock(&foo.lock);
	foo_try_set(&foo, 2);
	must(foo.value == 1);
	mutex_unlock(&foo.lock);
	return 0;
}
