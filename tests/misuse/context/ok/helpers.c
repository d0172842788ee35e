// SPDX-License-Identifier: GPL-2.0
/* Functions that take, drop and retake. */
#include <linux/delay.h>
#include <linux/spinlock.h>

struct foo {
	spinlock_t lock;
	int state;
};

void foo_init(struct foo *foo);
void foo_init(struct foo *foo)
{
	spin_lock_init(&foo->lock);
}

/* Called with the lock held, lets go of it meanwhile. */
static void foo_wait(struct foo *foo)
{
	spin_unlock_irq(&foo->lock);
	msleep(20);
	spin_lock_irq(&foo->lock);
}

void retakes(struct foo *foo);
void retakes(struct foo *foo)
{
	spin_lock_irq(&foo->lock);
	while (foo->state)
		foo_wait(foo);
	spin_unlock_irq(&foo->lock);
}

/* The same, asserted. */
void asserts(struct foo *foo);
void asserts(struct foo *foo)
{
	lockdep_assert_held(&foo->lock);
	spin_unlock(&foo->lock);
	msleep(20);
	spin_lock(&foo->lock);
}

static bool foo_get(struct foo *foo)
{
	spin_lock(&foo->lock);
	if (foo->state) {
		spin_unlock(&foo->lock);
		return false;
	}
	return true;
}

int gets(struct foo *foo);
int gets(struct foo *foo)
{
	if (!foo_get(foo)) {
		msleep(20);
		return -EBUSY;
	}
	foo->state = 1;
	spin_unlock(&foo->lock);
	msleep(20);
	return 0;
}

/* As many unlocked as locked. */
void pairs(struct foo *foo, int n);
void pairs(struct foo *foo, int n)
{
	int i;

	for (i = 0; i < n; i++) {
		spin_lock(&foo[i].lock);
		foo[i].state = 0;
		spin_unlock(&foo[i].lock);
		msleep(20);
	}
}

/* Ends, whatever is called there. */
static int foo_down(struct foo *foo, int depth)
{
	if (!depth)
		return 0;
	spin_lock(&foo->lock);
	foo->state++;
	spin_unlock(&foo->lock);
	return foo_down(foo, depth - 1);
}

int recursion(struct foo *foo);
int recursion(struct foo *foo)
{
	return foo_down(foo, 3);
}

static int foo_odd(struct foo *foo, int depth);

static int foo_even(struct foo *foo, int depth)
{
	return depth ? foo_odd(foo, depth - 1) : 0;
}

static int foo_odd(struct foo *foo, int depth)
{
	return depth ? foo_even(foo, depth - 1) : 1;
}

int mutual(struct foo *foo);
int mutual(struct foo *foo)
{
	int odd;

	spin_lock(&foo->lock);
	odd = foo_odd(foo, 5);
	spin_unlock(&foo->lock);
	return odd;
}
