// SPDX-License-Identifier: GPL-2.0
/* What stays when the function returns. */
#include <linux/completion.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/workqueue.h>

struct foo {
	struct work_struct work;
	struct timer_list timer;
};

void foo_work(struct work_struct *work);
void foo_timeout(struct timer_list *timer);

static DECLARE_WORK(static_work, foo_work);

int foo_kick(struct foo *foo);
int foo_kick(struct foo *foo)
{
	static struct foo local;

	schedule_work(&static_work);
	schedule_work(&local.work);
	mod_timer(&foo->timer, jiffies);
	return schedule_work(&foo->work);
}

struct foo *foo_new(void);
struct foo *foo_new(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	INIT_WORK(&foo->work, foo_work);
	schedule_work(&foo->work);
	return foo;
}
