// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/sched.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

struct foo_ops {
	void (*kick)(void) __nosleep;
};

void foo_wait(void) __sleeps;
void foo_rest(void) __sleeps;

void foo_wait(void)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();
}

void foo_rest(void)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();
}

/* It is one mistake to set it, whatever it calls. */
static void foo_pause(void)
{
	foo_wait();
	foo_rest();
	foo_wait();
}

static void foo_kick(void)
{
	barrier();
}

static noinline void foo_run(const struct foo_ops *ops)
{
	spin_lock(&foo_lock);
	ops->kick();
	spin_unlock(&foo_lock);
}

static int wrong(void)
{
	struct foo_ops ops = { .kick = foo_pause };	/* { dg-error "'foo_ops.kick' must not sleep, but 'foo_pause' calls 'foo_wait', which may.*SAFE_E_CONTEXT_MEMBER" } */

	foo_run(&ops);
	return 0;
}

static int right(void)
{
	struct foo_ops ops = { .kick = foo_kick };

	foo_run(&ops);
	return 0;
}
