// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !softirq_count */
#include "../misuse.h"
#include <linux/interrupt.h>
#include <linux/workqueue.h>

static int foo_done;

static void foo_finish(void)
{
	must(!softirq_count());
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
	foo_done++;
}

static void foo_tasklet(struct tasklet_struct *tasklet)
{
	foo_finish();	/* { dg-error "'foo_finish' may sleep, but this function runs in a soft interrupt: leave it to a work or a thread.*SAFE_E_SLEEP_IN_ATOMIC" } */
}

static int wrong(void)
{
	struct tasklet_struct tasklet;

	tasklet_setup(&tasklet, foo_tasklet);	/* { dg-note "it is given to 'tasklet_setup' here" } */
	tasklet_schedule(&tasklet);
	tasklet_kill(&tasklet);
	return foo_done;
}

static void foo_work(struct work_struct *work)
{
	foo_finish();
}

static int right(void)
{
	struct work_struct work;

	INIT_WORK_ONSTACK(&work, foo_work);
	schedule_work(&work);
	flush_work(&work);
	destroy_work_on_stack(&work);
	return foo_done;
}
