// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Guarded members whose lock is held under another name, or by somebody else. */
#include <linux/container_of.h>
#include <linux/list.h>
#include <linux/minmax.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/workqueue.h>
#include <safe/context_analysis.h>

struct foo {
	struct mutex lock;
	struct list_head node;
	struct work_struct work;
	int count __guarded_by(&lock);
	int limit __guarded_by(&lock);
	int id;
};

struct bus {
	struct mutex lock;
	struct list_head foos __guarded_by(&lock);
	int slots[4] __guarded_by(&lock);
	int n;
};

void foo_add(int *to, int what);

/* The work finds the whole by its member. */
static void foo_work(struct work_struct *work)
{
	struct foo *foo = container_of(work, struct foo, work);

	mutex_lock(&foo->lock);
	foo->count++;
	mutex_unlock(&foo->lock);
}

void foo_setup(struct foo *foo);
void foo_setup(struct foo *foo)
{
	mutex_init(&foo->lock);
	INIT_WORK(&foo->work, foo_work);
}

/* Each of the list has its own, and the list is the bus's. */
int bus_total(struct bus *bus);
int bus_total(struct bus *bus)
{
	struct foo *foo;
	int total = 0;

	mutex_lock(&bus->lock);
	list_for_each_entry(foo, &bus->foos, node) {
		mutex_lock(&foo->lock);
		total += foo->count;
		mutex_unlock(&foo->lock);
	}
	mutex_unlock(&bus->lock);
	return total;
}

/* The array as a whole, in a loop. */
void bus_reset(struct bus *bus);
void bus_reset(struct bus *bus)
{
	int i;

	mutex_lock(&bus->lock);
	for (i = 0; i < ARRAY_SIZE(bus->slots); i++)
		bus->slots[i] = i;
	mutex_unlock(&bus->lock);
}

/* An inline helper takes it, and a macro gives it back. */
static inline void foo_enter(struct foo *foo)
	__acquires(&foo->lock)
{
	mutex_lock(&foo->lock);
}

#define foo_leave(foo)	mutex_unlock(&(foo)->lock)

int foo_take(struct foo *foo);
int foo_take(struct foo *foo)
{
	int ret = -EBUSY;

	foo_enter(foo);
	if (foo->count == foo->limit)
		goto leave;
	foo->count++;
	ret = 0;
leave:
	foo_leave(foo);
	return ret;
}

/* Held only where it returns 0. */
static int foo_begin(struct foo *foo)
	__cond_acquires(0, &foo->lock)
{
	return mutex_lock_interruptible(&foo->lock);
}

int foo_put(struct foo *foo);
int foo_put(struct foo *foo)
{
	int ret = foo_begin(foo);

	if (!ret) {
		foo->count--;
		mutex_unlock(&foo->lock);
	}
	return ret;
}

/* The number comes out, and what is used outside is a copy. */
static void foo_read(struct foo *foo, int *count, int *limit)
{
	mutex_lock(&foo->lock);
	*count = foo->count;
	*limit = foo->limit;
	mutex_unlock(&foo->lock);
}

int foo_left(struct foo *foo);
int foo_left(struct foo *foo)
{
	int used, most;

	foo_read(foo, &used, &most);
	return most - used;
}

/* Its address goes to somebody who uses it at once, under the lock. */
void foo_raise(struct foo *foo);
void foo_raise(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo_add(&foo->count, 1);
	foo_add(&foo->limit, 2);
	mutex_unlock(&foo->lock);
}

/* Two of a kind: both locks are held, under whichever names. */
void foo_move(struct foo *from, struct foo *to);
void foo_move(struct foo *from, struct foo *to)
{
	struct foo *first = from, *second = to;

	if (from == to)
		return;
	if (from->id > to->id)
		swap(first, second);
	mutex_lock(&first->lock);
	mutex_lock_nested(&second->lock, SINGLE_DEPTH_NESTING);
	from->count--;
	to->count++;
	mutex_unlock(&second->lock);
	mutex_unlock(&first->lock);
}

/* A callback that wants it held is called with it. */
static int foo_visit(struct foo *foo, void *data)
	__must_hold(&foo->lock)
{
	return foo->count > *(int *)data;
}

static int foo_with(struct foo *foo, int (*visit)(struct foo *foo, void *data), void *data)
{
	int ret;

	mutex_lock(&foo->lock);
	ret = visit(foo, data);
	mutex_unlock(&foo->lock);
	return ret;
}

int foo_is_above(struct foo *foo, int least);
int foo_is_above(struct foo *foo, int least)
{
	return foo_with(foo, foo_visit, &least);
}

/* Only its size, and its place, are asked for. */
size_t foo_room(const struct bus *bus);
size_t foo_room(const struct bus *bus)
{
	return sizeof(bus->slots) + ARRAY_SIZE(bus->slots) + offsetof(struct foo, count);
}

/* On the way out nobody else had it yet. */
struct foo *foo_create(int limit, int (*publish)(struct foo *foo));
struct foo *foo_create(int limit, int (*publish)(struct foo *foo))
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo->limit = limit;
	foo->count = 0;
	if (limit < 0)
		goto free;
	foo_setup(foo);
	if (publish(foo))
		goto free;
	return foo;

free:
	kfree(foo);
	return NULL;
}

/* Must not be held where it is called, and is not any more. */
static void foo_flush(struct foo *foo)
	__must_not_hold(&foo->lock)
{
	mutex_lock(&foo->lock);
	foo->count = 0;
	mutex_unlock(&foo->lock);
}

void foo_clear(struct foo *foo, struct foo *other);
void foo_clear(struct foo *foo, struct foo *other)
{
	mutex_lock(&foo->lock);
	foo->limit = 0;
	mutex_unlock(&foo->lock);
	foo_flush(foo);
	mutex_lock(&other->lock);
	other->limit = 1;
	mutex_unlock(&other->lock);
}
