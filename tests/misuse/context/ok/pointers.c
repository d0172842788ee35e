// SPDX-License-Identifier: GPL-2.0
/* Pointers to functions, from one place to another that says the same, less, or nothing. */
#include <linux/delay.h>
#include <linux/spinlock.h>
#include <safe/annotations.h>

struct foo {
	spinlock_t lock;
	int state;
};

void foo_init(struct foo *foo);
void foo_init(struct foo *foo)
{
	spin_lock_init(&foo->lock);
}

struct foo_ops {
	void (*probe)(struct foo *foo) __sleeps;
	void (*kick)(struct foo *foo) __nosleep;
	void (*begin)(struct foo *foo) __enters("spinlock");
};

/* The same, and more; the first three stand where they stand there. */
struct bar_ops {
	void (*probe)(struct foo *foo) __sleeps;
	void (*kick)(struct foo *foo) __nosleep;
	void (*begin)(struct foo *foo) __enters("spinlock");
	void (*end)(struct foo *foo) __leaves("spinlock");
};

/* Of these nothing is said. */
struct plain_ops {
	void (*run)(struct foo *foo);
};

typedef void (*call_t)(struct foo *foo);

static void foo_lock(struct foo *foo)
{
	spin_lock(&foo->lock);
}

static void foo_sleep(struct foo *foo)
{
	msleep(foo->state);
}

static call_t plain = foo_lock;
static struct plain_ops plain_ops = { .run = foo_sleep };
static call_t row[] = { foo_lock, foo_sleep };

void copies(struct foo_ops *foo, const struct bar_ops *bar, bool quick);
void copies(struct foo_ops *foo, const struct bar_ops *bar, bool quick)
{
	const struct foo_ops *same = (const struct foo_ops *)bar;
	void (*kick)(struct foo *foo) __nosleep = bar->kick;
	call_t call = bar->probe;

	foo->probe = call;
	foo->kick = kick;
	foo->begin = same->begin;
	/* What is quick may be called where others sleep. */
	foo->probe = bar->kick;
	plain_ops.run = quick ? bar->kick : bar->begin;
	plain = bar->begin;
}

void unsaid(struct foo_ops *foo, struct plain_ops *ops);
void unsaid(struct foo_ops *foo, struct plain_ops *ops)
{
	foo->kick = ops->run;
	foo->begin = plain;
	foo->begin = row[0];
}

static void each(struct foo *foo, void (*call)(struct foo *foo))
{
	call(foo);
}

void passed(struct foo *foo);
void passed(struct foo *foo)
{
	each(foo, foo_lock);
	spin_unlock(&foo->lock);
	each(foo, foo_sleep);
}
