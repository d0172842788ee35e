// SPDX-License-Identifier: GPL-2.0
/* Locks that look like one and are several, or like several and are one. */
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/spinlock.h>

struct bus {
	struct mutex lock;
	struct list_head foos;
};

struct foo {
	spinlock_t lock;
	struct list_head node;
	struct bus *bus;
	int count;
};

void foo_wake(struct foo *foo);

/* Each object has its own. */
void all(struct bus *bus);
void all(struct bus *bus)
{
	struct foo *foo;

	mutex_lock(&bus->lock);
	list_for_each_entry(foo, &bus->foos, node) {
		spin_lock(&foo->lock);
		foo->count++;
		spin_unlock(&foo->lock);
	}
	mutex_unlock(&bus->lock);
}

void all_at_once(struct bus *bus);
void all_at_once(struct bus *bus)
{
	struct foo *foo;

	list_for_each_entry(foo, &bus->foos, node)
		spin_lock(&foo->lock);
	list_for_each_entry(foo, &bus->foos, node)
		spin_unlock(&foo->lock);
}

void two(struct foo *a, struct foo *b);
void two(struct foo *a, struct foo *b)
{
	if (a > b)
		swap(a, b);
	spin_lock(&a->lock);
	spin_lock_nested(&b->lock, SINGLE_DEPTH_NESTING);
	a->count += b->count;
	spin_unlock(&b->lock);
	spin_unlock(&a->lock);
}

/* The pointer to it is read again, after a call that may change it. */
void through_pointer(struct foo *foo);
void through_pointer(struct foo *foo)
{
	mutex_lock(&foo->bus->lock);
	foo_wake(foo);
	mutex_unlock(&foo->bus->lock);
}

/* Released and taken again, around a call and in a loop. */
void off_and_on(struct foo *foo, int n);
void off_and_on(struct foo *foo, int n)
{
	unsigned long flags;

	spin_lock_irqsave(&foo->lock, flags);
	while (n--) {
		foo->count++;
		spin_unlock_irqrestore(&foo->lock, flags);
		foo_wake(foo);
		spin_lock_irqsave(&foo->lock, flags);
	}
	spin_unlock_irqrestore(&foo->lock, flags);
}

/* Read sections may be in each other. */
int nested(struct foo __rcu **where);
int nested(struct foo __rcu **where)
{
	struct foo *foo;
	int count = 0;

	rcu_read_lock();
	rcu_read_lock();
	foo = rcu_dereference(*where);
	if (foo)
		count = foo->count;
	rcu_read_unlock();
	rcu_read_unlock();
	return count;
}

struct mutex locks[4];

void by_number(unsigned int i, unsigned int j);
void by_number(unsigned int i, unsigned int j)
{
	mutex_lock(&locks[i]);
	mutex_lock(&locks[j]);
	mutex_unlock(&locks[j]);
	mutex_unlock(&locks[i]);
}

static void count_up(struct foo *foo)
{
	lockdep_assert_held(&foo->lock);
	foo->count++;
}

void asserted(struct foo *foo);
void asserted(struct foo *foo)
{
	spin_lock_bh(&foo->lock);
	count_up(foo);
	spin_unlock_bh(&foo->lock);
}
