// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/sched.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

/* What a driver has, and what the core makes of it. */
struct foo_ops {
	void (*prepare)(void) __sleeps;
	void (*kick)(void) __nosleep;
};

struct core_ops {
	void (*kick)(void) __nosleep;
	void (*begin)(void) __enters("spinlock");
};

static void foo_prepare(void)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();
}

static void foo_kick(void)
{
	barrier();
}

static const struct foo_ops foo_ops = {
	.prepare = foo_prepare,
	.kick = foo_kick,
};

static void core_run(const struct core_ops *ops)
{
	spin_lock(&foo_lock);
	ops->kick();
	spin_unlock(&foo_lock);
}

static noinline void core_wrap(const struct foo_ops *foo)
{
	struct core_ops core = { };
	void (*prepare)(void) = foo->prepare;

	core.kick = prepare;	/* { dg-error "'core_ops.kick' must not sleep, but 'foo_ops.prepare', which it is set to, may.*SAFE_E_CONTEXT_MEMBER" } */
	core.begin = foo->kick;	/* { dg-error "'core_ops.begin' is declared to change the level of spinlocks by 1, but 'foo_ops.kick', which it is set to, changes it by 0.*SAFE_E_CONTEXT_MEMBER" } */
	core_run(&core);
}

static noinline void core_wrap_rightly(const struct foo_ops *foo)
{
	struct core_ops core = { .kick = foo->kick };
	void (*prepare)(void) = foo->prepare;

	prepare();
	core_run(&core);
}

static int wrong(void)
{
	const struct core_ops *same = (const struct core_ops *)&foo_ops;	/* { dg-error "'core_ops.kick' must not sleep, but 'foo_ops.prepare', which it is set to, may.*SAFE_E_CONTEXT_MEMBER" } */
/* { dg-error "'core_ops.begin' is declared to change the level of spinlocks by 1, but 'foo_ops.kick', which it is set to, changes it by 0.*SAFE_E_CONTEXT_MEMBER" -1 } */
	core_run(same);
	core_wrap(&foo_ops);
	return 0;
}

static int right(void)
{
	core_wrap_rightly(&foo_ops);
	return 0;
}
