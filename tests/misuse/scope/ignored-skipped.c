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

static noinline int foo_check(int value)
{
	return value < 0 ? -EINVAL : 0;
}

static noinline int foo_set(int value)
{
	CLASS(foo_intr, lock)(&foo_lock);

	if (foo_check(value))
		return -EINVAL;
	if (class_foo_intr_lock_ptr(&lock))	/* { dg-error "does not take its lock, and the function goes on to return 0.*SAFE_E_GUARD_IGNORED" } */
		foo_value = value;
	return 0;
}

static int wrong(void)
{
	must(foo_set(2) || foo_value == 2);
	return 0;
}

static noinline int foo_set_or_fail(int value)
{
	CLASS(foo_intr, lock)(&foo_lock);

	if (foo_check(value))
		return -EINVAL;
	if (!class_foo_intr_lock_ptr(&lock))
		return -EINTR;
	foo_value = value;
	return 0;
}

static int right(void)
{
	must(foo_set_or_fail(2) || foo_value == 2);
	return 0;
}
