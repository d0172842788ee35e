// SPDX-License-Identifier: GPL-2.0
/* A timer that wakes the sleeper. */
#include <linux/completion.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/workqueue.h>
#include "../../timer_names.h"
#include <linux/sched/signal.h>

int foo_sleep(ktime_t time);
int foo_sleep(ktime_t time)
{
	struct hrtimer_sleeper t;

	hrtimer_init_sleeper_on_stack(&t, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	do {
		set_current_state(TASK_INTERRUPTIBLE);
		hrtimer_sleeper_start_expires(&t, HRTIMER_MODE_REL);
		if (t.task)
			schedule();
		hrtimer_cancel(&t.timer);
	} while (t.task && !signal_pending(current));
	__set_current_state(TASK_RUNNING);
	destroy_hrtimer_on_stack(&t.timer);
	return 0;
}
