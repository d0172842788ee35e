// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Locks in the order that is declared, or of which no order is declared. */
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/spinlock.h>
#include <safe/context_analysis.h>

static DEFINE_MUTEX(all_lock);

struct foo {
	struct mutex list_lock __acquired_before(&state_lock) __acquired_after(&all_lock);
	struct mutex state_lock;
	spinlock_t other;
	struct foo *parent;
	int count __guarded_by(&list_lock);
};

void foo_wake(struct foo *foo);

int in_order(struct foo *foo);
int in_order(struct foo *foo)
{
	int count;

	mutex_lock(&all_lock);
	mutex_lock(&foo->list_lock);
	mutex_lock(&foo->state_lock);
	count = foo->count;
	mutex_unlock(&foo->state_lock);
	mutex_unlock(&foo->list_lock);
	mutex_unlock(&all_lock);
	return count;
}

/* One after the other. */
void not_together(struct foo *foo);
void not_together(struct foo *foo)
{
	mutex_lock(&foo->state_lock);
	foo_wake(foo);
	mutex_unlock(&foo->state_lock);
	mutex_lock(&foo->list_lock);
	foo->count++;
	mutex_unlock(&foo->list_lock);
	mutex_lock(&all_lock);
	mutex_unlock(&all_lock);
}

/* Who only tries does not wait. */
bool tried(struct foo *foo);
bool tried(struct foo *foo)
{
	bool done = false;

	mutex_lock(&foo->state_lock);
	if (mutex_trylock(&foo->list_lock)) {
		foo->count++;
		done = true;
		mutex_unlock(&foo->list_lock);
	}
	mutex_unlock(&foo->state_lock);
	return done;
}

/* The first is let go before the second is taken, and taken again after it. */
void back(struct foo *foo);
void back(struct foo *foo)
{
	mutex_lock(&foo->state_lock);
	foo_wake(foo);
	mutex_unlock(&foo->state_lock);
	mutex_lock(&foo->list_lock);
	mutex_lock(&foo->state_lock);
	foo->count = 0;
	mutex_unlock(&foo->list_lock);
	mutex_unlock(&foo->state_lock);
}

/* Readers under readers, in both orders: nobody waits. */
struct bar {
	rwlock_t a, b;
	int x;
};

int readers(struct bar *bar);
int readers(struct bar *bar)
{
	int x;

	read_lock(&bar->a);
	read_lock(&bar->b);
	x = bar->x;
	read_unlock(&bar->b);
	read_unlock(&bar->a);
	return x;
}

int other_readers(struct bar *bar);
int other_readers(struct bar *bar)
{
	int x;

	read_lock(&bar->b);
	read_lock(&bar->a);
	x = bar->x;
	read_unlock(&bar->a);
	read_unlock(&bar->b);
	return x;
}

/* A parent and its child. */
void family(struct foo *foo);
void family(struct foo *foo)
{
	spin_lock(&foo->parent->other);
	spin_lock_nested(&foo->other, SINGLE_DEPTH_NESTING);
	spin_unlock(&foo->other);
	spin_unlock(&foo->parent->other);
}
