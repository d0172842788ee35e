/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Threads and work queues.
 */
#ifndef _SAFE_FACTS_KTHREAD_H
#define _SAFE_FACTS_KTHREAD_H

#include <linux/kthread.h>
#include <linux/workqueue.h>
#include <safe/annotations.h>

struct task_struct *kthread_create_on_node(int (*threadfn)(void *data), void *data,
		int node, const char namefmt[], ...) __returns_err __sleeps;
struct task_struct *kthread_create_on_cpu(int (*threadfn)(void *data), void *data,
		unsigned int cpu, const char *namefmt) __returns_err __sleeps;
struct kthread_worker *kthread_create_worker(unsigned int flags, const char namefmt[],
		...) __returns_err __sleeps;
struct workqueue_struct *alloc_workqueue(const char * __borrowed fmt, unsigned int flags,
		int max_active, ...) __returns_owned __returns_null
		__released_by("destroy_workqueue") __sleeps;
void destroy_workqueue(struct workqueue_struct * __takes wq) __sleeps;

#endif /* _SAFE_FACTS_KTHREAD_H */
