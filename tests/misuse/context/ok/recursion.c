// SPDX-License-Identifier: GPL-2.0
/* Functions that call themselves, with an end and without. */
/* { dg-options "-Wno-infinite-recursion" } */
#include <linux/delay.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <safe/annotations.h>

struct foo {
	spinlock_t lock;
	struct foo *left, *right;
	int state;
};

void foo_init(struct foo *foo);
void foo_init(struct foo *foo)
{
	spin_lock_init(&foo->lock);
}

/* A tree that is released where sleeping is allowed. */
static void foo_destroy(struct foo *foo)
{
	if (!foo)
		return;
	foo_destroy(foo->left);
	foo_destroy(foo->right);
	msleep(foo->state);
	kfree(foo);
}

void release(struct foo *foo);
void release(struct foo *foo)
{
	struct foo *left;

	spin_lock(&foo->lock);
	left = foo->left;
	foo->left = NULL;
	spin_unlock(&foo->lock);
	foo_destroy(left);
}

/* What is said of one of them is compared with its body, and believed of the call in it. */
static int foo_count(struct foo *foo) __nosleep;
static int foo_count(struct foo *foo)
{
	return foo ? 1 + foo_count(foo->left) + foo_count(foo->right) : 0;
}

static void foo_flush(struct foo *foo) __sleeps;
static void foo_flush(struct foo *foo)
{
	if (foo->left)
		foo_flush(foo->left);
	msleep(foo->state);
}

int counted(struct foo *foo);
int counted(struct foo *foo)
{
	int count;

	foo_flush(foo);
	spin_lock(&foo->lock);
	count = foo_count(foo);
	spin_unlock(&foo->lock);
	foo_flush(foo);
	return count;
}

/* No way out. */
static void foo_ping(struct foo *foo);

static void foo_pong(struct foo *foo)
{
	spin_lock(&foo->lock);
	foo->state++;
	spin_unlock(&foo->lock);
	foo_ping(foo);
}

static void foo_ping(struct foo *foo)
{
	foo->state--;
	foo_pong(foo);
}

void for_ever(struct foo *foo);
void for_ever(struct foo *foo)
{
	foo_ping(foo);
	msleep(20);
}

/* A row of functions, as a macro makes them, that ends where it began. */
#define STEP(name, next)		\
static void name(struct foo *foo)	\
{					\
	foo->state++;			\
	next(foo);			\
}

static void first(struct foo *foo);
STEP(tenth, first)
STEP(ninth, tenth)
STEP(eighth, ninth)
STEP(seventh, eighth)
STEP(sixth, seventh)
STEP(fifth, sixth)
STEP(fourth, fifth)
STEP(third, fourth)
STEP(second, third)
STEP(first, second)

void row(struct foo *foo);
void row(struct foo *foo)
{
	spin_lock(&foo->lock);
	first(foo);
	spin_unlock(&foo->lock);
}
