// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible circular locking dependency */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>
#include <linux/workqueue.h>

static DEFINE_MUTEX(foo_lock);
static int foo_done;

static void foo_poll(struct work_struct *work)
{
	mutex_lock(&foo_lock);
	foo_done++;
	mutex_unlock(&foo_lock);
}

struct foo {
	struct delayed_work poll;
};

static struct foo foo;

static int wrong(void)
{
	INIT_DELAYED_WORK(&foo.poll, foo_poll);
	schedule_delayed_work(&foo.poll, 0);
	flush_delayed_work(&foo.poll);
	scoped_guard(mutex, &foo_lock) {
		foo_done = 0;
		cancel_delayed_work_sync(&foo.poll);	/* { dg-error "this waits for 'foo_poll' to end.*SAFE_E_GUARD_DEADLOCK" } */
	}
	return 0;
}

static int right(void)
{
	INIT_DELAYED_WORK(&foo.poll, foo_poll);
	schedule_delayed_work(&foo.poll, 0);
	flush_delayed_work(&foo.poll);
	cancel_delayed_work_sync(&foo.poll);
	scoped_guard(mutex, &foo_lock)
		foo_done = 0;
	return 0;
}
