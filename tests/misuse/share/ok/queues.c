// SPDX-License-Identifier: GPL-2.0
/* The whole queue is waited for. */
#include <linux/completion.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/workqueue.h>

void foo_work(struct work_struct *work);

int foo_run(struct workqueue_struct *queue);
int foo_run(struct workqueue_struct *queue)
{
	struct work_struct work;

	INIT_WORK_ONSTACK(&work, foo_work);
	queue_work(queue, &work);
	flush_workqueue(queue);
	destroy_work_on_stack(&work);
	return 0;
}
