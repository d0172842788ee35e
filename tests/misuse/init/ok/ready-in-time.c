// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Locks and handlers in every order that is safe. */
#include <linux/completion.h>
#include <linux/container_of.h>
#include <linux/err.h>
#include <linux/interrupt.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/notifier.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/wait.h>

struct foo_queue {
	spinlock_t lock;
	struct list_head jobs;
};

struct foo {
	struct notifier_block nb;
	struct mutex lock;
	struct foo_queue queues[2];
	struct completion done;
	wait_queue_head_t wait;
	int irq, events;
	bool ready;
};

static BLOCKING_NOTIFIER_HEAD(foo_chain);

static int foo_event(struct notifier_block *nb, unsigned long action, void *data)
{
	struct foo *foo = container_of(nb, struct foo, nb);

	mutex_lock(&foo->lock);
	foo->events++;
	mutex_unlock(&foo->lock);
	return NOTIFY_OK;
}

static irqreturn_t foo_irq(int irq, void *data)
{
	struct foo *foo = data;

	spin_lock(&foo->queues[0].lock);
	foo->events++;
	spin_unlock(&foo->queues[0].lock);
	complete(&foo->done);
	return IRQ_HANDLED;
}

static irqreturn_t foo_wake(int irq, void *data)
{
	struct foo *foo = data;

	wake_up(&foo->wait);
	return IRQ_HANDLED;
}

/* An inline helper for each queue, in a loop. */
static inline void foo_queue_init(struct foo_queue *queue)
{
	spin_lock_init(&queue->lock);
	INIT_LIST_HEAD(&queue->jobs);
}

#define foo_init_waiting(foo) do {		\
	init_completion(&(foo)->done);		\
	init_waitqueue_head(&(foo)->wait);	\
} while (0)

struct foo *foo_new(int irq);
struct foo *foo_new(int irq)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int i, ret;

	if (!foo)
		return ERR_PTR(-ENOMEM);
	for (i = 0; i < ARRAY_SIZE(foo->queues); i++)
		foo_queue_init(&foo->queues[i]);
	mutex_init(&foo->lock);
	foo_init_waiting(foo);
	foo->irq = irq;
	ret = request_irq(irq, foo_irq, 0, "foo", foo);
	if (ret)
		goto free;
	foo->nb.notifier_call = foo_event;
	ret = blocking_notifier_chain_register(&foo_chain, &foo->nb);
	if (ret)
		goto free_irq;
	return foo;

free_irq:
	free_irq(irq, foo);
free:
	kfree(foo);
	return ERR_PTR(ret);
}

/* Nobody is called any more: it may be made anew. */
int foo_reset(struct foo *foo);
int foo_reset(struct foo *foo)
{
	int ret = blocking_notifier_chain_unregister(&foo_chain, &foo->nb);

	if (ret)
		return ret;
	mutex_init(&foo->lock);
	return blocking_notifier_chain_register(&foo_chain, &foo->nb);
}

/* What the completion waits for comes later, and it is made for each time anew. */
int foo_run(struct foo *foo, int (*start)(struct foo *foo));
int foo_run(struct foo *foo, int (*start)(struct foo *foo))
{
	int ret;

	reinit_completion(&foo->done);
	ret = start(foo);
	if (!ret)
		ret = wait_for_completion_interruptible(&foo->done);
	return ret;
}

/* The handler that is registered is another one, which does not use it. */
int foo_request_wake(struct foo *foo, int irq);
int foo_request_wake(struct foo *foo, int irq)
{
	int ret;

	init_waitqueue_head(&foo->wait);
	ret = request_irq(irq, foo_wake, 0, "foo-wake", foo);
	if (ret)
		return ret;
	mutex_init(&foo->lock);
	init_completion(&foo->done);
	return 0;
}

/* On the stack, and ready before its address is known to anybody. */
int foo_wait(struct foo *foo, int (*start)(struct completion *done));
int foo_wait(struct foo *foo, int (*start)(struct completion *done))
{
	DECLARE_COMPLETION_ONSTACK(done);
	int ret = start(&done);

	if (ret)
		return ret;
	wait_for_completion(&done);
	return foo->events;
}

/* The ones of the list are ready since they are in it. */
struct foo_job {
	struct list_head node;
	struct mutex lock;
	int state;
};

int foo_job_add(struct foo_queue *queue, struct foo_job **out);
int foo_job_add(struct foo_queue *queue, struct foo_job **out)
{
	struct foo_job *job = kzalloc(sizeof(*job), GFP_KERNEL);

	if (!job)
		return -ENOMEM;
	mutex_init(&job->lock);
	spin_lock(&queue->lock);
	list_add_tail(&job->node, &queue->jobs);
	spin_unlock(&queue->lock);
	*out = job;
	return 0;
}

int foo_jobs(struct list_head *jobs);
int foo_jobs(struct list_head *jobs)
{
	struct foo_job *job;
	int n = 0;

	list_for_each_entry(job, jobs, node) {
		mutex_lock(&job->lock);
		n += job->state;
		mutex_unlock(&job->lock);
	}
	return n;
}

/* Made under a second name, which is that of the lock alone. */
struct foo_cache {
	struct mutex lock;
	int hits;
};

int foo_cached(struct foo_cache *cache);
int foo_cached(struct foo_cache *cache)
{
	struct foo_cache *mine = cache;
	int hits;

	if (!mine) {
		struct mutex *lock;

		mine = kzalloc(sizeof(*mine), GFP_KERNEL);
		if (!mine)
			return -ENOMEM;
		lock = &mine->lock;
		mutex_init(lock);
	}
	mutex_lock(&mine->lock);
	hits = ++mine->hits;
	mutex_unlock(&mine->lock);
	if (mine != cache)
		kfree(mine);
	return hits;
}
