// SPDX-License-Identifier: GPL-2.0
/* Locks that a scope takes and gives back. */
#include <linux/mutex.h>
#include <linux/spinlock.h>
#include <linux/rcupdate.h>
#include <safe/scope.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	struct mutex lock;
	spinlock_t irq_lock;
	int n;
};

int foo_count(struct foo *foo);
int foo_count(struct foo *foo)
{
	mutex_init(&foo->lock);
	spin_lock_init(&foo->irq_lock);
	guard(mutex)(&foo->lock);
	scoped_guard(spinlock_irqsave, &foo->irq_lock) {
		foo->n++;
	}
	guard(rcu)();
	return foo->n;
}
