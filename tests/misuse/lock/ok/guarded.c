// SPDX-License-Identifier: GPL-2.0
/* Guarded data that is used as it should be. */
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <safe/context_analysis.h>

struct foo {
	struct mutex lock;
	spinlock_t list_lock;
	int count __guarded_by(&lock);
	int both __guarded_by(&lock, &list_lock);
	int *table __pt_guarded_by(&lock);
};

/* Nobody else has it yet. */
struct foo *foo_new(void);
struct foo *foo_new(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo->count = 1;
	mutex_init(&foo->lock);
	spin_lock_init(&foo->list_lock);
	return foo;
}

void foo_init(struct foo *foo);
void foo_init(struct foo *foo)
{
	mutex_init(&foo->lock);
	foo->count = 0;
	foo->table = NULL;
}

/* To read what two locks guard, one is enough. */
int read_one(struct foo *foo);
int read_one(struct foo *foo)
{
	int both;

	mutex_lock(&foo->lock);
	both = foo->both;
	mutex_unlock(&foo->lock);
	return both;
}

void write_both(struct foo *foo);
void write_both(struct foo *foo)
{
	mutex_lock(&foo->lock);
	spin_lock(&foo->list_lock);
	foo->both = 1;
	spin_unlock(&foo->list_lock);
	mutex_unlock(&foo->lock);
}

static void foo_set(struct foo *foo, int count)
	__must_hold(&foo->lock)
{
	foo->count = count;
}

static void foo_lock(struct foo *foo)
	__acquires(&foo->lock)
{
	mutex_lock(&foo->lock);
}

static bool foo_try(struct foo *foo)
	__cond_acquires(true, &foo->lock)
{
	return mutex_trylock(&foo->lock);
}

static void foo_unlock(struct foo *foo)
	__releases(&foo->lock)
{
	mutex_unlock(&foo->lock);
}

void by_wrappers(struct foo *foo);
void by_wrappers(struct foo *foo)
{
	foo_lock(foo);
	foo_set(foo, 1);
	foo_unlock(foo);
	if (foo_try(foo)) {
		foo_set(foo, 2);
		foo_unlock(foo);
	}
}

void asserted(struct foo *foo);
void asserted(struct foo *foo)
{
	lockdep_assert_held(&foo->lock);
	foo->count++;
}

int unsafely(struct foo *foo);
int unsafely(struct foo *foo)
{
	return context_unsafe(foo->count);
}

static int foo_peek(struct foo *foo)
	__context_unsafe(/* a number that is out of date is good enough */)
{
	return foo->count;
}

int peek(struct foo *foo);
int peek(struct foo *foo)
{
	return foo_peek(foo);
}

/* The lock of the object that the member belongs to, by another pointer to it. */
struct bar {
	struct foo *foo;
};

void by_alias(struct bar *bar);
void by_alias(struct bar *bar)
{
	struct foo *foo = bar->foo;

	mutex_lock(&bar->foo->lock);
	foo->count++;
	*foo->table = 1;
	mutex_unlock(&foo->lock);
}

struct token_foo {
	struct rw_semaphore sem;
	int key __guarded_by(&sem);
};

int shared(struct token_foo *foo);
int shared(struct token_foo *foo)
{
	int key;

	down_read(&foo->sem);
	key = foo->key;
	up_read(&foo->sem);
	down_write(&foo->sem);
	foo->key++;
	downgrade_write(&foo->sem);
	key += foo->key;
	up_read(&foo->sem);
	return key;
}
