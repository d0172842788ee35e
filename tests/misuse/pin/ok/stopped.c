// SPDX-License-Identifier: GPL-2.0
/* Work and timers that are stopped before the object goes. */
#include <linux/workqueue.h>
#include <linux/timer.h>
#include <linux/slab.h>

struct foo {
	struct work_struct work;
	struct delayed_work later;
	struct timer_list timer;
	struct workqueue_struct *queue;
};

void foo_wait(struct foo *foo);

void foo_free(struct foo *foo, int how);
void foo_free(struct foo *foo, int how)
{
	queue_work(foo->queue, &foo->work);
	schedule_delayed_work(&foo->later, HZ);
	mod_timer(&foo->timer, jiffies + HZ);
	timer_delete_sync(&foo->timer);
	cancel_delayed_work_sync(&foo->later);
	if (how)
		flush_work(&foo->work);
	else
		flush_workqueue(foo->queue);
	kfree(foo);
}

/* Who is called may wait for it. */
void foo_free_later(struct foo *foo);
void foo_free_later(struct foo *foo)
{
	schedule_work(&foo->work);
	foo_wait(foo);
	kfree(foo);
}

/* The work frees the object itself, if it was queued. */
void foo_put(struct foo *foo);
void foo_put(struct foo *foo)
{
	if (schedule_work(&foo->work))
		return;
	cancel_work_sync(&foo->work);
	kfree(foo);
}
