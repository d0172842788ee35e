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

static DEFINE_MUTEX(foo_lock);
static struct mutex *others = &foo_lock;

/* Somebody else has the lock. */
static noinline int foo_update(void)
{
	guard(mutex_try)(&foo_lock);	/* { dg-error "this guard may fail to take its lock, and nothing asks.*SAFE_E_GUARD_UNCHECKED" } */
	return 1;
}

static int wrong(void)
{
	struct mutex *lock = READ_ONCE(others);
	int updated;

	mutex_lock(lock);
	updated = foo_update();
	mutex_unlock(lock);
	must(!updated);
	return 0;
}

static noinline int foo_update_or_not(void)
{
	CLASS(mutex_try, lock)(&foo_lock);

	if (!__guard_ptr(mutex_try)(&lock))
		return 0;
	return 1;
}

static int right(void)
{
	struct mutex *lock = READ_ONCE(others);
	int updated;

	mutex_lock(lock);
	updated = foo_update_or_not();
	mutex_unlock(lock);
	must(!updated);
	return 0;
}
