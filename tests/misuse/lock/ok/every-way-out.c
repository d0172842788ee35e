// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Locks that every way out of a function releases, or leaves to its caller. */
#include <linux/container_of.h>
#include <linux/err.h>
#include <linux/interrupt.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/rwsem.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/workqueue.h>

struct foo_port {
	struct list_head node;
	int speed;
};

struct foo {
	struct mutex lock;
	spinlock_t busy_lock;
	struct rw_semaphore sem;
	struct work_struct work;
	struct list_head ports;
	struct foo_port main;
	int count, state;
};

int foo_check(struct foo *foo);
int foo_load(struct foo *foo, int id);

/* One label a lock, in the order in which they were taken. */
int unwound(struct foo *foo, int id);
int unwound(struct foo *foo, int id)
{
	int ret;

	mutex_lock(&foo->lock);
	ret = foo_check(foo);
	if (ret)
		goto unlock;
	down_write(&foo->sem);
	ret = foo_load(foo, id);
	if (ret)
		goto up;
	foo->state = id;
up:
	up_write(&foo->sem);
unlock:
	mutex_unlock(&foo->lock);
	return ret;
}

/* Released early on the one way, and the label is passed by. */
int released_early(struct foo *foo, int id);
int released_early(struct foo *foo, int id)
{
	int ret = -EBUSY;

	mutex_lock(&foo->lock);
	if (foo->state)
		goto unlock;
	foo->state = id;
	mutex_unlock(&foo->lock);
	return foo_load(foo, id);

unlock:
	mutex_unlock(&foo->lock);
	return ret;
}

/* Only where it succeeds is there something to release. */
int if_it_succeeds(struct foo *foo);
int if_it_succeeds(struct foo *foo)
{
	int ret = mutex_lock_killable(&foo->lock);

	if (!ret) {
		foo->count++;
		mutex_unlock(&foo->lock);
	}
	return ret;
}

/* A round for each, and each round gives it back, whether it goes on or ends. */
int rounds(struct foo *foo, int n);
int rounds(struct foo *foo, int n)
{
	int i, ret = 0;

	for (i = 0; i < n; i++) {
		spin_lock(&foo->busy_lock);
		if (foo->state == i) {
			spin_unlock(&foo->busy_lock);
			continue;
		}
		if (foo->state < 0) {
			spin_unlock(&foo->busy_lock);
			ret = -EIO;
			break;
		}
		foo->count++;
		spin_unlock(&foo->busy_lock);
	}
	return ret;
}

/* The loop is left with the lock, and it is released behind it. */
struct foo_port *found(struct foo *foo, int speed);
struct foo_port *found(struct foo *foo, int speed)
{
	struct foo_port *port, *found = NULL;

	spin_lock_irq(&foo->busy_lock);
	list_for_each_entry(port, &foo->ports, node) {
		if (port->speed == speed) {
			found = port;
			break;
		}
	}
	spin_unlock_irq(&foo->busy_lock);
	return found;
}

/* One after the other, until all are gone. */
void drained(struct foo *foo);
void drained(struct foo *foo)
{
	struct foo_port *port;

	spin_lock(&foo->busy_lock);
	while (!list_empty(&foo->ports)) {
		port = list_first_entry(&foo->ports, struct foo_port, node);
		list_del(&port->node);
		spin_unlock(&foo->busy_lock);
		kfree(port);
		spin_lock(&foo->busy_lock);
	}
	spin_unlock(&foo->busy_lock);
}

/* Taken by the whole, released by the pointer that leads back to it. */
int by_member(struct foo_port *port);
int by_member(struct foo_port *port)
{
	struct foo *foo = container_of(port, struct foo, main);
	int speed;

	mutex_lock(&foo->lock);
	speed = port->speed;
	mutex_unlock(&container_of(port, struct foo, main)->lock);
	return speed;
}

/* By two names for the one lock. */
int by_alias(struct foo *foo, int id);
int by_alias(struct foo *foo, int id)
{
	struct mutex *lock = &foo->lock;
	int ret;

	mutex_lock(lock);
	ret = foo_load(foo, id);
	mutex_unlock(&foo->lock);
	return ret;
}

/* The flags are in an out-parameter, and the other function has them back. */
static void foo_freeze(struct foo *foo, unsigned long *flags)
{
	spin_lock_irqsave(&foo->busy_lock, *flags);
}

static void foo_thaw(struct foo *foo, unsigned long flags)
{
	spin_unlock_irqrestore(&foo->busy_lock, flags);
}

int frozen(struct foo *foo);
int frozen(struct foo *foo)
{
	unsigned long flags;
	int count;

	foo_freeze(foo, &flags);
	count = foo->count++;
	foo_thaw(foo, flags);
	return count;
}

/* A macro for both ends. */
#define foo_locked(foo, statement) do {		\
	mutex_lock(&(foo)->lock);		\
	statement;				\
	mutex_unlock(&(foo)->lock);		\
} while (0)

void by_macro(struct foo *foo);
void by_macro(struct foo *foo)
{
	foo_locked(foo, foo->count++);
	foo_locked(foo, foo->count--);
}

/* Callbacks take it anew each time. */
static irqreturn_t foo_irq(int irq, void *data)
{
	struct foo *foo = data;
	irqreturn_t ret = IRQ_NONE;

	spin_lock(&foo->busy_lock);
	if (!foo->state)
		goto unlock;
	foo->state = 0;
	schedule_work(&foo->work);
	ret = IRQ_HANDLED;
unlock:
	spin_unlock(&foo->busy_lock);
	return ret;
}

static void foo_work(struct work_struct *work)
{
	struct foo *foo = container_of(work, struct foo, work);

	mutex_lock(&foo->lock);
	if (foo_check(foo)) {
		mutex_unlock(&foo->lock);
		return;
	}
	foo->count++;
	mutex_unlock(&foo->lock);
}

int setup(struct foo *foo, int irq);
int setup(struct foo *foo, int irq)
{
	mutex_init(&foo->lock);
	spin_lock_init(&foo->busy_lock);
	INIT_WORK(&foo->work, foo_work);
	return request_irq(irq, foo_irq, 0, "foo", foo);
}

/* Read sections on both ways, of which the one ends early. */
int peeked(struct foo __rcu **where, bool wait);
int peeked(struct foo __rcu **where, bool wait)
{
	struct foo *foo;
	int count = -ENOENT;

	rcu_read_lock();
	foo = rcu_dereference(*where);
	if (!foo)
		goto unlock;
	count = foo->count;
	if (wait) {
		rcu_read_unlock();
		synchronize_rcu();
		return count;
	}
unlock:
	rcu_read_unlock();
	return count;
}

/* Tried, and as much is remembered; the end asks for it. */
int tried(struct foo *foo);
int tried(struct foo *foo)
{
	bool locked = mutex_trylock(&foo->lock);
	int count = -EAGAIN;

	if (!locked)
		goto out;
	count = foo->count;
out:
	if (locked)
		mutex_unlock(&foo->lock);
	return count;
}
