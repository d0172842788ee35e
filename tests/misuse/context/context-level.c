// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/sched.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

/* update() is called between the other two, and does not touch the lock. */
struct foo_ops {
	void (*begin)(void) __enters("spinlock");
	void (*update)(void);
	void (*end)(void) __leaves("spinlock");
	void (*release)(void) __nosleep;
};

static int foo_state;

static void foo_begin(void)
{
	spin_lock(&foo_lock);
}

static void foo_update(void)
{
	foo_state++;
}

static void foo_end(void)
{
	spin_unlock(&foo_lock);
}

static void foo_release(void)
{
	foo_state = 0;
}

static const struct foo_ops foo_ops = {
	.begin = foo_begin,
	.update = foo_update,
	.end = foo_end,
	.release = foo_release,
};

static void bad_begin(void)
{
	if (!foo_state)	/* { dg-note "it returns here" } */
		spin_lock(&foo_lock);
}

static void bad_update(void)
{
	foo_state++;
	spin_unlock(&foo_lock);
}

static void bad_end(void)
{
	foo_state = 0;
}

static void bad_release(void)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();	/* { dg-note "'might_sleep' is called here" } */
}

static struct foo_ops bad_ops = {
	.begin = bad_begin,	/* { dg-error "'foo_ops.begin' is declared to change the level of spinlocks by 1, but 'bad_begin' changes it by 0.*SAFE_E_CONTEXT_MEMBER" } */
	.update = bad_update,	/* { dg-error "'foo_ops.update' is declared to change the level of spinlocks by 0, but 'bad_update' changes it by -1.*SAFE_E_CONTEXT_MEMBER" } */
};

static void foo_run(const struct foo_ops *ops)
{
	ops->begin();
	ops->update();
	ops->end();
	spin_lock(&foo_lock);
	ops->release();
	spin_unlock(&foo_lock);
}

static int wrong(void)
{
	bad_ops.end = bad_end;	/* { dg-error "'foo_ops.end' is declared to change the level of spinlocks by -1, but 'bad_end' changes it by 0.*SAFE_E_CONTEXT_MEMBER" } */
	bad_ops.release = bad_release;	/* { dg-error "'foo_ops.release' must not sleep, but 'bad_release' calls 'might_sleep', which may.*SAFE_E_CONTEXT_MEMBER" } */
	foo_run(&bad_ops);
	return 0;
}

static int right(void)
{
	foo_run(&foo_ops);
	return 0;
}
