// SPDX-License-Identifier: GPL-2.0
/* Runs into: must:  */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(foo_lock);
static int foo_value;

/* As mutex_intr of later kernels, and a signal has come. */
static noinline int foo_lock_interruptible(struct mutex *lock)
{
	return -EINTR;
}

DEFINE_CLASS(foo_intr, struct mutex *, _T ? mutex_unlock(_T) : (void)0,
	     foo_lock_interruptible(lock) ? NULL : lock, struct mutex *lock)
static __maybe_unused const bool class_foo_intr_is_conditional = true;

static inline void *class_foo_intr_lock_ptr(struct mutex **lock)
{
	return *lock;
}

/* The negation is missing: who has the lock is turned away. */
static noinline int foo_set(int value)
{
	CLASS(foo_intr, lock)(&foo_lock);

	if (class_foo_intr_lock_ptr(&lock))	/* { dg-error "SAFE_E_GUARD_IGNORED" } */
		return -EINTR;
	must(mutex_is_locked(&foo_lock));
	foo_value = value;
	return 0;
}

static int wrong(void)
{
	return foo_set(2);
}

static noinline int foo_set_locked(int value)
{
	CLASS(foo_intr, lock)(&foo_lock);

	if (!class_foo_intr_lock_ptr(&lock))
		return -EINTR;
	must(mutex_is_locked(&foo_lock));
	foo_value = value;
	return 0;
}

static int right(void)
{
	return foo_set_locked(2) == -EINTR ? 0 : -EINVAL;
}
