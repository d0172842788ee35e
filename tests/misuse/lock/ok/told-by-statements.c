// SPDX-License-Identifier: GPL-2.0
/* Locks that the program says to have, and words that a kernel throws away. */
#include <linux/mutex.h>
#include <linux/spinlock.h>
#include <safe/context_analysis.h>

struct foo {
	struct mutex lock;
	int id;
};

void foo_change(struct foo *foo) __must_hold(&foo->lock);

/* By its address, and by a pointer to it. */
void by_address(struct foo *foo);
void by_address(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo_change(foo);
	mutex_unlock(&foo->lock);
	__acquire_ctx_lock(&foo->lock);
	foo_change(foo);
	__release_ctx_lock(&foo->lock);
}

void by_pointer(struct foo *foo);
void by_pointer(struct foo *foo)
{
	struct mutex *lock = &foo->lock;

	mutex_lock(&foo->lock);
	foo_change(foo);
	mutex_unlock(&foo->lock);
	__acquire_ctx_lock(lock);
	foo_change(foo);
	__release_ctx_lock(lock);
}

/* A name for another checker, which nobody declares; and the lock, not its address. */
static DEFINE_SPINLOCK(foo_lock);

void by_no_name(struct foo *foo);
void by_no_name(struct foo *foo)
{
	__acquire_ctx_lock(foo_is_consistent);
	foo->id++;
	__release_ctx_lock(foo_is_consistent);
}

int by_value(const struct foo *foo);
int by_value(const struct foo *foo)
{
	int id;

	spin_lock(&foo_lock);
	__release_ctx_lock(foo_lock);
	id = foo->id;
	__acquire_ctx_lock(foo_lock);
	spin_unlock(&foo_lock);
	return id;
}
