// SPDX-License-Identifier: GPL-2.0
/* What is given, lent and released through pointers to functions. */
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

#include <safe/annotations.h>

struct foo_request {
	int status;
	char name[8];
};

struct foo_ops {
	int (*start)(struct foo_request *__borrowed req);
	int (*queue)(struct foo_request *__takes_if("ret == 0") req);
	void (*complete)(struct foo_request *__takes req);
	const char *(*name)(const struct foo_request *__borrowed req) __returns_borrowed;
};

/* Completed on one path, freed on the other. */
int run(const struct foo_ops *ops);
int run(const struct foo_ops *ops)
{
	struct foo_request *req = kzalloc(sizeof(*req), GFP_KERNEL);
	int ret;

	if (!req)
		return -ENOMEM;
	ret = ops->start(req);
	if (ret)
		kfree(req);
	else
		ops->complete(req);
	return ret;
}

/* Queued, or completed at once. */
int queue(const struct foo_ops *ops);
int queue(const struct foo_ops *ops)
{
	struct foo_request *req = kzalloc(sizeof(*req), GFP_KERNEL);
	int ret;

	if (!req)
		return -ENOMEM;
	ret = ops->queue(req);
	if (ret) {
		req->status = ret;
		ops->complete(req);
	}
	return ret;
}

/* What is lent is used for as long as its owner is there. */
int name_starts_with(const struct foo_ops *ops, struct foo_request *__takes req, char c);
int name_starts_with(const struct foo_ops *ops, struct foo_request *req, char c)
{
	const char *name = ops->name(req);
	int starts = name[0] == c;

	kfree(req);
	return starts;
}

/* The owner of what is lent lives on: it was not ours to free. */
int name_of_other(const struct foo_ops *ops, const struct foo_request *other);
int name_of_other(const struct foo_ops *ops, const struct foo_request *other)
{
	struct foo_request *req = kzalloc(sizeof(*req), GFP_KERNEL);
	const char *name = ops->name(other);

	if (!req)
		return -ENOMEM;
	kfree(req);
	return name[0];
}

/* The last thing that a work does is to free itself. */
struct foo_work {
	struct work_struct work;
	struct rcu_head rcu;
	struct foo_request *req;
	void (*done)(struct foo_request *__takes req);
};

static void foo_work(struct work_struct *work)
{
	struct foo_work *foo = container_of(work, struct foo_work, work);
	struct foo_request *req = foo->req;

	foo->done(req);
	kfree(foo);
}

int start(void (*done)(struct foo_request *__takes req));
int start(void (*done)(struct foo_request *__takes req))
{
	struct foo_work *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo->req = kzalloc(sizeof(*foo->req), GFP_KERNEL);
	if (!foo->req) {
		kfree(foo);
		return -ENOMEM;
	}
	foo->done = done;
	INIT_WORK(&foo->work, foo_work);
	schedule_work(&foo->work);
	return 0;
}

/* Freed later, and by then nobody has it. */
static void foo_free_rcu(struct rcu_head *rcu)
{
	kfree(container_of(rcu, struct foo_work, rcu));
}

void stop(struct foo_work *foo);
void stop(struct foo_work *foo)
{
	kfree(foo->req);
	foo->req = NULL;
	call_rcu(&foo->rcu, foo_free_rcu);
}
