// SPDX-License-Identifier: GPL-2.0
/* Runs into: ODEBUG|must: magic == 7|KASAN */
#include "../misuse.h"
#include <linux/workqueue.h>
#include <linux/completion.h>

struct foo {
	struct work_struct work;
	struct completion done;
	int magic;
};

static int magic;

static void foo_work(struct work_struct *work)
{
	struct foo *foo = container_of(work, struct foo, work);

	magic = foo->magic;
	complete(&foo->done);
}


static void foo_kick(struct foo *foo)
{
	schedule_work(&foo->work);
}

static noinline int wrong_run(void)
{
	struct foo foo = { .magic = 7 };

	INIT_WORK(&foo.work, foo_work);
	init_completion(&foo.done);
	foo_kick(&foo);	/* { dg-error "'foo' is on the stack and is given to another context.*SAFE_E_SHARE_STACK" } */
	return 0;
}

static noinline int right_run(void)
{
	struct foo foo = { .magic = 7 };

	INIT_WORK_ONSTACK(&foo.work, foo_work);
	init_completion(&foo.done);
	foo_kick(&foo);
	flush_work(&foo.work);
	destroy_work_on_stack(&foo.work);
	return 0;
}

static int wrong(void)
{
	wrong_run();
	flush_scheduled_work();
	must(magic == 7);
	return 0;
}

static int right(void)
{
	right_run();
	must(magic == 7);
	return 0;
}
