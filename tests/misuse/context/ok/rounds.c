// SPDX-License-Identifier: GPL-2.0
/* As many as there are: rounds that sleep, and rounds that lock. */
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

static void foo_settle(struct foo *foo)
{
	msleep(20);
	foo->state = 0;
}

static void settle_all(struct foo *foo, int n)
{
	int i;

	for (i = 0; i < n; i++)
		foo_settle(&foo[i]);
}

/* The level afterwards depends on the number: what comes next is left to the caller. */
static void lock_all(struct foo *foo, int n)
{
	int i;

	for (i = 0; i < n; i++)
		spin_lock_nested(&foo[i].lock, i);
}

static void unlock_all(struct foo *foo, int n)
{
	while (n--)
		spin_unlock(&foo[n].lock);
}

void all(struct foo *foo, int n);
void all(struct foo *foo, int n)
{
	int i;

	settle_all(foo, n);
	lock_all(foo, n);
	for (i = 0; i < n; i++)
		foo[i].state++;
	unlock_all(foo, n);
	settle_all(foo, n);
}

void two(struct foo *foo);
void two(struct foo *foo)
{
	lock_all(foo, 2);
	foo[0].state = foo[1].state;
	unlock_all(foo, 2);
	settle_all(foo, 2);
}
