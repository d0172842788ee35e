/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Threads and work queues.
 */
#ifndef _SAFE_FACTS_KTHREAD_H
#define _SAFE_FACTS_KTHREAD_H

#include <linux/kthread.h>
#include <linux/workqueue.h>
#include <linux/sched.h>
#include <safe/annotations.h>

struct task_struct *kthread_create_on_node(int (*threadfn)(void *data), void *data,
		int node, const char namefmt[], ...) __returns_err __sleeps;
struct task_struct *kthread_create_on_cpu(int (*threadfn)(void *data), void *data,
		unsigned int cpu, const char *namefmt) __returns_err __sleeps;
struct kthread_worker *kthread_create_worker(unsigned int flags, const char namefmt[],
		...) __returns_err __sleeps __kernels("6.1", "6.12");
struct workqueue_struct *alloc_workqueue(const char * __borrowed fmt, unsigned int flags,
		int max_active, ...) __returns_owned __returns_null
		__released_by("destroy_workqueue") __sleeps;
void destroy_workqueue(struct workqueue_struct * __takes wq) __sleeps;
void kthread_bind(struct task_struct * __borrowed __deref k, unsigned int cpu);
int kthread_park(struct task_struct * __borrowed k);
void kthread_unpark(struct task_struct * __borrowed k);
void kthread_destroy_worker(struct kthread_worker * __takes worker);
struct kthread_worker *kthread_create_worker_on_cpu(int cpu, unsigned int flags,
		const char * __borrowed namefmt, ...) __returns_owned __returns_err
		__released_by("kthread_destroy_worker") __kernels("6.1", "6.12");
struct kthread_worker *kthread_create_worker_on_cpu(int cpu, unsigned int flags,
		const char * __borrowed namefmt) __returns_owned __returns_err
		__released_by("kthread_destroy_worker") __kernels("7.3");
bool kthread_queue_work(struct kthread_worker * __borrowed worker,
		struct kthread_work *work);
void kthread_flush_work(struct kthread_work * __borrowed work);
void kthread_flush_worker(struct kthread_worker * __borrowed worker);
bool kthread_cancel_work_sync(struct kthread_work * __borrowed work);
int wake_up_process(struct task_struct * __borrowed __deref tsk);
void set_user_nice(struct task_struct * __borrowed p, long nice);
void sched_set_fifo(struct task_struct * __borrowed p);
void sched_set_fifo_low(struct task_struct * __borrowed p);

#endif /* _SAFE_FACTS_KTHREAD_H */
