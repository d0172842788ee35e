// SPDX-License-Identifier: GPL-2.0
/* Items on the stack that are back before the function returns. */
#include <linux/completion.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include "../../timer_names.h"
#include <linux/workqueue.h>

struct foo {
	struct work_struct work;
	struct delayed_work later;
	struct timer_list timer;
	struct completion done;
};

void foo_work(struct work_struct *work);
void foo_timeout(struct timer_list *timer);

int foo_run(int how);
int foo_run(int how)
{
	struct foo foo;

	INIT_WORK_ONSTACK(&foo.work, foo_work);
	INIT_DELAYED_WORK_ONSTACK(&foo.later, foo_work);
	timer_setup_on_stack(&foo.timer, foo_timeout, 0);
	init_completion(&foo.done);
	if (how == 1) {
		schedule_work(&foo.work);
		wait_for_completion(&foo.done);
	} else if (how == 2) {
		schedule_delayed_work(&foo.later, HZ);
		if (cancel_delayed_work_sync(&foo.later))
			how = 0;
	} else {
		mod_timer(&foo.timer, jiffies + HZ);
		timer_delete_sync(&foo.timer);
	}
	destroy_work_on_stack(&foo.work);
	destroy_delayed_work_on_stack(&foo.later);
	destroy_timer_on_stack(&foo.timer);
	return how;
}
