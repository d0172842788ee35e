// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

struct foo_request {
	int status;
};

struct foo_ops {
	int (*start)(struct foo_request *__borrowed req);
	void (*complete)(struct foo_request *__takes req);
};

static int foo_start(struct foo_request *req)
{
	req->status = -EIO;
	return req->status;
}

static void foo_complete(struct foo_request *req)
{
	kfree(req);
}

static const struct foo_ops foo_ops = { .start = foo_start, .complete = foo_complete };
static const struct foo_ops *ops = &foo_ops;

static int wrong(void)
{
	struct foo_request *req = kzalloc(sizeof(*req), GFP_KERNEL);
	int ret;

	if (!req)
		return -ENOMEM;
	ret = ops->start(req);
	if (ret)	/* { dg-note "this condition is true on the path" } */
		ops->complete(req);	/* { dg-note "given to the called function" } */
	kfree(req);	/* { dg-error "'req' is used after it was given to the called function; it belongs to somebody else since.*SAFE_E_USE_AFTER_MOVE" } */
	return ret;
}

static int right(void)
{
	struct foo_request *req = kzalloc(sizeof(*req), GFP_KERNEL);
	int ret;

	if (!req)
		return -ENOMEM;
	ret = ops->start(req);
	if (ret)
		ops->complete(req);
	else
		kfree(req);
	return ret;
}
