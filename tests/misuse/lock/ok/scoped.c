// SPDX-License-Identifier: GPL-2.0
/* Guards release by themselves, on every way out. */
#include <linux/cleanup.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/spinlock.h>

struct foo {
	struct mutex lock;
	spinlock_t busy;
	int count, limit;
};

int foo_ask(struct foo *foo);

int guarded(struct foo *foo);
int guarded(struct foo *foo)
{
	guard(mutex)(&foo->lock);
	if (foo->count == foo->limit)
		return -EBUSY;
	foo->count++;
	return foo_ask(foo);
}

int scoped(struct foo *foo);
int scoped(struct foo *foo)
{
	scoped_guard(spinlock_irqsave, &foo->busy) {
		if (foo->count == foo->limit)
			return -EBUSY;
		foo->count++;
	}
	return foo_ask(foo);
}

/* One after the other. */
int in_rows(struct foo *foo);
int in_rows(struct foo *foo)
{
	scoped_guard(mutex, &foo->lock)
		foo->count++;
	scoped_guard(mutex, &foo->lock)
		foo->limit++;
	return foo_ask(foo);
}

int given(struct mutex *lock, int *count);
int given(struct mutex *lock, int *count)
{
	guard(mutex)(lock);
	return ++*count;
}

int read_section(struct foo *foo);
int read_section(struct foo *foo)
{
	guard(rcu)();
	if (!foo->count)
		return -ENOENT;
	return foo->count;
}
