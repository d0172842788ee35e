// SPDX-License-Identifier: GPL-2.0
/* Given away on one path, and back on the same. */
#include <linux/completion.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/workqueue.h>

void foo_work(struct work_struct *work);

int foo_maybe(int want);
int foo_maybe(int want)
{
	struct work_struct work;

	INIT_WORK_ONSTACK(&work, foo_work);
	if (want)
		schedule_work(&work);
	if (want)
		flush_work(&work);
	destroy_work_on_stack(&work);
	return 0;
}

int foo_try(int want);
int foo_try(int want)
{
	struct work_struct work;
	int ret = -EINVAL;

	INIT_WORK_ONSTACK(&work, foo_work);
	if (want < 0)
		goto out;
	schedule_work(&work);
	ret = 0;
out:
	cancel_work_sync(&work);
	destroy_work_on_stack(&work);
	return ret;
}
