// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible circular locking dependency */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>
#include <linux/workqueue.h>

struct foo {
	struct mutex lock;
	struct work_struct work;
	int done;
};

static void foo_work(struct work_struct *work)
{
	struct foo *foo = container_of(work, struct foo, work);

	guard(mutex)(&foo->lock);
	foo->done++;
}

static struct foo *foo_start(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	mutex_init(&foo->lock);
	INIT_WORK(&foo->work, foo_work);
	schedule_work(&foo->work);
	flush_work(&foo->work);
	return foo;
}

static noinline int foo_stop(struct foo *foo)
{
	guard(mutex)(&foo->lock);

	cancel_work_sync(&foo->work);	/* { dg-error "this waits for 'foo_work' to end, which takes 'foo->lock'.*SAFE_E_GUARD_DEADLOCK" } */
	return foo->done;
}

static int wrong(void)
{
	struct foo *foo = foo_start();
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_stop(foo);
	kfree(foo);
	return ret;
}

static int right(void)
{
	struct foo *foo = foo_start();
	int ret;

	if (!foo)
		return -ENOMEM;
	cancel_work_sync(&foo->work);
	scoped_guard(mutex, &foo->lock)
		ret = foo->done;
	kfree(foo);
	return ret;
}
