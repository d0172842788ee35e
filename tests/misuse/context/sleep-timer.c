// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !softirq_count */
#include "../misuse.h"
#include <linux/delay.h>
#include <linux/mutex.h>
#include <linux/timer.h>
#include <linux/workqueue.h>

struct foo {
	struct timer_list timer;
	struct work_struct work;
	struct mutex lock;
	int ticks;
};

static struct foo the_foo;

static void foo_count(struct foo *foo)
{
	must(!softirq_count());
	mutex_lock(&foo->lock);	/* { dg-note "'mutex_lock' is called there" } */
	foo->ticks++;
	mutex_unlock(&foo->lock);
}

static void foo_tick(struct timer_list *timer)
{
	struct foo *foo = container_of(timer, struct foo, timer);

	foo_count(foo);	/* { dg-error "'foo_count' may sleep, but this function runs in a soft interrupt: leave it to a work or a thread.*SAFE_E_SLEEP_IN_ATOMIC" } */
}

static void foo_work(struct work_struct *work)
{
	foo_count(container_of(work, struct foo, work));
}

static void foo_tick_rightly(struct timer_list *timer)
{
	struct foo *foo = container_of(timer, struct foo, timer);

	schedule_work(&foo->work);
}

static int foo_run(void)
{
	mod_timer(&the_foo.timer, jiffies);
	msleep(100);
	timer_delete_sync(&the_foo.timer);
	flush_work(&the_foo.work);
	return the_foo.ticks;
}

static int wrong(void)
{
	mutex_init(&the_foo.lock);
	INIT_WORK(&the_foo.work, foo_work);
	timer_setup(&the_foo.timer, foo_tick, 0);	/* { dg-note "it is given to '.*' here" } */
	return foo_run();
}

static int right(void)
{
	mutex_init(&the_foo.lock);
	INIT_WORK(&the_foo.work, foo_work);
	timer_setup(&the_foo.timer, foo_tick_rightly, 0);
	return foo_run();
}
