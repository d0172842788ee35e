/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Work, timers and completions.
 */
#ifndef _SAFE_FACTS_WORK_H
#define _SAFE_FACTS_WORK_H

#include <linux/workqueue.h>
#include <linux/timer.h>
#include <linux/hrtimer.h>
#include <linux/device.h>
#include <linux/devm-helpers.h>
#include <linux/completion.h>
#include <safe/annotations.h>

bool queue_work_on(int cpu, struct workqueue_struct * __borrowed __deref wq,
		struct work_struct *work);
bool queue_delayed_work_on(int cpu, struct workqueue_struct * __borrowed wq,
		struct delayed_work *work, unsigned long delay);
bool mod_delayed_work_on(int cpu, struct workqueue_struct * __borrowed wq,
		struct delayed_work *dwork, unsigned long delay);
void drain_workqueue(struct workqueue_struct * __borrowed wq) __sleeps;
bool cancel_work_sync(struct work_struct * __borrowed work) __sleeps;
bool cancel_work(struct work_struct * __borrowed work);
bool cancel_delayed_work(struct delayed_work * __borrowed dwork);
bool cancel_delayed_work_sync(struct delayed_work * __borrowed dwork) __sleeps;
bool flush_work(struct work_struct * __borrowed work) __sleeps;
bool flush_delayed_work(struct delayed_work * __borrowed dwork) __sleeps;
int del_timer_sync(struct timer_list * __borrowed timer) __kernels("6.1", "6.12");
int del_timer(struct timer_list * __borrowed timer) __kernels("6.1", "6.12");
int timer_delete_sync(struct timer_list * __borrowed timer);
int timer_delete(struct timer_list * __borrowed timer);
int timer_shutdown_sync(struct timer_list * __borrowed timer);
int timer_shutdown(struct timer_list * __borrowed timer);
int try_to_del_timer_sync(struct timer_list * __borrowed timer) __kernels("6.1", "6.12");
int hrtimer_cancel(struct hrtimer * __borrowed timer);
int hrtimer_try_to_cancel(struct hrtimer * __borrowed timer);
void destroy_work_on_stack(struct work_struct * __borrowed work);
int devm_add_action(struct device * __borrowed dev, void (*action)(void *), void *data)
		__must_look __kernels("6.1");
int __devm_add_action(struct device * __borrowed dev, void (*action)(void *), void *data,
		const char *name) __must_look __kernels("6.12", "7.3");
int __devm_add_action_or_reset(struct device * __borrowed dev, void (*action)(void *),
		void *data, const char *name) __must_look __kernels("6.12", "7.3");
int devm_add_action_or_reset(struct device * __borrowed dev, void (*action)(void *),
		void *data) __must_look __kernels("6.1");
void devm_remove_action(struct device * __borrowed dev, void (*action)(void *),
		void * __borrowed data);
void devm_release_action(struct device * __borrowed dev, void (*action)(void *),
		void *data);
int devm_work_autocancel(struct device * __borrowed dev, struct work_struct *w,
		work_func_t worker) __must_look;
int devm_delayed_work_autocancel(struct device * __borrowed dev, struct delayed_work *w,
		work_func_t worker) __must_look;
int wait_for_completion_interruptible(struct completion * __borrowed x) __must_look
		__sleeps;
int wait_for_completion_killable(struct completion * __borrowed x) __must_look __sleeps;
long wait_for_completion_interruptible_timeout(struct completion * __borrowed x,
		unsigned long timeout) __must_look __sleeps;
long wait_for_completion_killable_timeout(struct completion * __borrowed x,
		unsigned long timeout) __must_look __sleeps;
void wait_for_completion_io(struct completion * __borrowed);
bool try_wait_for_completion(struct completion * __borrowed x);
bool completion_done(struct completion * __borrowed x);
void __flush_workqueue(struct workqueue_struct * __borrowed wq) __sleeps;

#endif /* _SAFE_FACTS_WORK_H */
