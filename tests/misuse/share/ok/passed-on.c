// SPDX-License-Identifier: GPL-2.0
/* Who is given the object may wait for it. */
#include <linux/completion.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/workqueue.h>

struct foo {
	struct work_struct work;
	struct completion done;
};

void foo_work(struct work_struct *work);
void foo_finish(struct foo *foo);

static void foo_wait(struct foo *foo)
{
	wait_for_completion(&foo->done);
	destroy_work_on_stack(&foo->work);
}

int foo_one(void);
int foo_one(void)
{
	struct foo foo;

	init_completion(&foo.done);
	INIT_WORK_ONSTACK(&foo.work, foo_work);
	schedule_work(&foo.work);
	foo_wait(&foo);
	return 0;
}

int foo_other(void);
int foo_other(void)
{
	struct foo foo;

	init_completion(&foo.done);
	INIT_WORK_ONSTACK(&foo.work, foo_work);
	schedule_work(&foo.work);
	foo_finish(&foo);
	return 0;
}
