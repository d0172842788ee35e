// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Guards that may fail to take their lock, and are asked in the ways of drivers. */
#include <linux/cleanup.h>
#include <linux/err.h>
#include <linux/mutex.h>
#include <linux/slab.h>

struct foo {
	struct mutex lock;
	int count, missed;
};

/* As mutex_intr of later kernels. */
DEFINE_CLASS(foo_intr, struct mutex *, _T ? mutex_unlock(_T) : (void)0,
	     mutex_lock_interruptible(lock) ? NULL : lock, struct mutex *lock)
static __maybe_unused const bool class_foo_intr_is_conditional = true;

static inline void *class_foo_intr_lock_ptr(struct mutex **lock)
{
	return *lock;
}

#define foo_got(lock)	class_foo_intr_lock_ptr(&(lock))

static inline bool foo_is_locked(struct mutex **lock)
{
	return class_foo_intr_lock_ptr(lock);
}

int foo_load(struct foo *foo);

/* At once, with an error of its own. */
int foo_set(struct foo *foo, int count);
int foo_set(struct foo *foo, int count)
{
	CLASS(foo_intr, lock)(&foo->lock);

	if (!class_foo_intr_lock_ptr(&lock))
		return -EINTR;
	foo->count = count;
	return 0;
}

/* By a macro, and by an inline helper. */
int foo_add(struct foo *foo, int count);
int foo_add(struct foo *foo, int count)
{
	CLASS(foo_intr, lock)(&foo->lock);

	if (!foo_got(lock))
		return -ERESTARTSYS;
	foo->count += count;
	return 0;
}

int foo_sub(struct foo *foo, int count);
int foo_sub(struct foo *foo, int count)
{
	CLASS(foo_intr, lock)(&foo->lock);

	if (!foo_is_locked(&lock))
		return -ERESTARTSYS;
	foo->count -= count;
	return 0;
}

/* The error is there before, and becomes 0 where the lock was taken. */
int foo_get(struct foo *foo, int *count);
int foo_get(struct foo *foo, int *count)
{
	int ret = -EINTR;

	CLASS(foo_intr, lock)(&foo->lock);

	if (class_foo_intr_lock_ptr(&lock)) {
		*count = foo->count;
		ret = 0;
	}
	return ret;
}

/* A function that has nothing to say. */
void foo_poke(struct foo *foo);
void foo_poke(struct foo *foo)
{
	CLASS(foo_intr, lock)(&foo->lock);

	if (class_foo_intr_lock_ptr(&lock))
		foo->count++;
	else
		foo->missed++;
}

/* In a loop: another attempt is made by the next round. */
int foo_try(struct foo *foo);
int foo_try(struct foo *foo)
{
	int tries;

	for (tries = 0; tries < 3; tries++) {
		CLASS(foo_intr, lock)(&foo->lock);

		if (!class_foo_intr_lock_ptr(&lock))
			continue;
		foo->count++;
		return tries;
	}
	return -EAGAIN;
}

/* All ways out are behind one label. */
int foo_read(struct foo *foo);
int foo_read(struct foo *foo)
{
	char *buf = kzalloc(64, GFP_KERNEL);
	int ret;

	if (!buf)
		return -ENOMEM;
	{
		CLASS(foo_intr, lock)(&foo->lock);

		if (!class_foo_intr_lock_ptr(&lock)) {
			ret = -EINTR;
			goto free;
		}
		ret = foo_load(foo);
		if (ret)
			goto free;
		buf[0] = foo->count;
	}
	ret = buf[0];
free:
	kfree(buf);
	return ret;
}

/* Asked after a test that has nothing to do with it. */
int foo_check_and_set(struct foo *foo, int count);
int foo_check_and_set(struct foo *foo, int count)
{
	CLASS(foo_intr, lock)(&foo->lock);

	if (count < 0)
		return -EINVAL;
	if (!class_foo_intr_lock_ptr(&lock))
		return -EINTR;
	foo->count = count;
	return 0;
}

/* A flag has the answer. */
int foo_flagged(struct foo *foo);
int foo_flagged(struct foo *foo)
{
	bool locked;

	CLASS(foo_intr, lock)(&foo->lock);

	locked = class_foo_intr_lock_ptr(&lock);
	if (!locked)
		return -EINTR;
	return ++foo->count;
}
