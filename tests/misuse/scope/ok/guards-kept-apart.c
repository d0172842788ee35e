// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Guards that end before what they could wait for, or before their lock is gone. */
#include <linux/cleanup.h>
#include <linux/container_of.h>
#include <linux/interrupt.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/workqueue.h>

struct bus {
	struct mutex lock;
	struct list_head foos;
	int count;
};

struct foo {
	struct bus *bus;
	struct list_head node;
	struct mutex lock;
	spinlock_t irq_lock;
	struct work_struct work;
	int events, done;
};

void foo_reset(struct foo *foo);

/* The work takes one lock, and the other is held while it is waited for. */
static void foo_work(struct work_struct *work)
{
	struct foo *foo = container_of(work, struct foo, work);

	guard(mutex)(&foo->lock);
	foo->done++;
}

static irqreturn_t foo_irq(int irq, void *data)
{
	struct foo *foo = data;

	guard(spinlock)(&foo->irq_lock);
	foo->events++;
	schedule_work(&foo->work);
	return IRQ_HANDLED;
}

int foo_init(struct foo *foo, struct bus *bus, int irq);
int foo_init(struct foo *foo, struct bus *bus, int irq)
{
	foo->bus = bus;
	mutex_init(&foo->lock);
	spin_lock_init(&foo->irq_lock);
	INIT_WORK(&foo->work, foo_work);
	return request_irq(irq, foo_irq, 0, "foo", foo);
}

int foo_stop(struct foo *foo);
int foo_stop(struct foo *foo)
{
	guard(mutex)(&foo->bus->lock);

	cancel_work_sync(&foo->work);
	return foo->done;
}

/* It is waited for between two guards of its lock. */
int foo_restart(struct foo *foo);
int foo_restart(struct foo *foo)
{
	scoped_guard(mutex, &foo->lock)
		foo->done = -1;
	flush_work(&foo->work);
	scoped_guard(mutex, &foo->lock) {
		if (foo->done < 0)
			return -EIO;
		foo->done = 0;
	}
	return 0;
}

/* Not waited for: it may run until the guard ends. */
void foo_abort(struct foo *foo);
void foo_abort(struct foo *foo)
{
	guard(mutex)(&foo->lock);
	cancel_work(&foo->work);
	foo->done = 0;
}

/* The bus outlives the foo whose lock is not held any more. */
void foo_remove(struct foo *foo);
void foo_remove(struct foo *foo)
{
	struct bus *bus = foo->bus;

	guard(mutex)(&bus->lock);
	scoped_guard(mutex, &foo->lock)
		list_del(&foo->node);
	bus->count--;
	kfree(foo);
}

/* All are freed under the guard of the bus, whose lock is in none of them. */
void bus_drain(struct bus *bus);
void bus_drain(struct bus *bus)
{
	struct foo *foo, *next;

	guard(mutex)(&bus->lock);
	list_for_each_entry_safe(foo, next, &bus->foos, node) {
		list_del(&foo->node);
		kfree(foo);
	}
}

/* The helper takes the lock of the other. */
static void foo_count(struct foo *foo)
{
	guard(mutex)(&foo->lock);
	foo->done++;
}

int foo_move(struct foo *from, struct foo *to);
int foo_move(struct foo *from, struct foo *to)
{
	scoped_guard(mutex, &from->lock) {
		if (!from->done)
			return -ENOENT;
		from->done--;
	}
	foo_count(to);
	return 0;
}

int bus_count(struct bus *bus);
int bus_count(struct bus *bus)
{
	struct foo *foo;

	guard(mutex)(&bus->lock);
	list_for_each_entry(foo, &bus->foos, node)
		foo_count(foo);
	return bus->count;
}

/* The macro has a guard in a scope of its own, and the caller comes after it. */
#define foo_locked(foo, expr) ({		\
	guard(mutex)(&(foo)->lock);		\
	(expr);					\
})

int foo_twice(struct foo *foo);
int foo_twice(struct foo *foo)
{
	int done = foo_locked(foo, foo->done);

	foo_reset(foo);
	return done + foo_locked(foo, foo->done);
}

/* Both orders, but never both of them: one is let go before. */
void foo_inner_first(struct foo *foo);
void foo_inner_first(struct foo *foo)
{
	scoped_guard(spinlock_irqsave, &foo->irq_lock)
		foo->events = 0;
	guard(mutex)(&foo->bus->lock);
	foo->bus->count++;
	scoped_guard(spinlock_irqsave, &foo->irq_lock)
		foo->events++;
}

/* The error path leaves the guard first. */
int foo_open(struct bus *bus, struct foo **out);
int foo_open(struct bus *bus, struct foo **out)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret = 0;

	if (!foo)
		return -ENOMEM;
	foo->bus = bus;
	mutex_init(&foo->lock);
	scoped_guard(mutex, &foo->lock) {
		if (bus->count > 7)
			ret = -EBUSY;
		else
			foo->done = 1;
	}
	if (ret)
		goto free;
	*out = foo;
	return 0;

free:
	kfree(foo);
	return ret;
}

/* Read under a guard that may nest in itself. */
int foo_peek(struct foo __rcu **where);
int foo_peek(struct foo __rcu **where)
{
	struct foo *foo;

	guard(rcu)();
	scoped_guard(rcu) {
		foo = rcu_dereference(*where);
		if (!foo)
			return -ENOENT;
	}
	return foo->done;
}
