// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo->started == 1 */
#include "../misuse.h"

struct foo {
	int started;
	int sent;
};

static noinline void foo_init(struct foo *__to_state("ready") __borrowed foo)
{
	foo->started = 0;
	foo->sent = 0;
}

static noinline int foo_start(struct foo *__from_state("ready")
			      __to_state_if("ret == 0", "started")
			      __until("foo_stop") __borrowed foo, int id)
{
	must(foo->started == 0);
	if (id < 0)
		return -EINVAL;
	foo->started = 1;
	return 0;
}

static noinline int foo_send(struct foo *__from_state("started") __borrowed foo)
{
	must(foo->started == 1);
	return foo->sent++;
}

static noinline void foo_stop(struct foo *__from_state("started") __to_state("ready")
			      __borrowed foo)
{
	must(foo->started == 1);
	foo->started = 0;
}


struct foo_ops {
	int (*start)(struct foo *__from_state("ready") __to_state_if("ret == 0", "started")
		     __borrowed foo, int id);
	int (*send)(struct foo *__from_state("started") __borrowed foo);
	void (*stop)(struct foo *__from_state("started") __to_state("ready") __borrowed foo);
};

static const struct foo_ops foo_ops = {
	.start = foo_start, .send = foo_send, .stop = foo_stop,
};
static const struct foo_ops *ops = &foo_ops;

static int wrong(void)
{
	struct foo foo;

	foo_init(&foo);
	if (ops->start(&foo, 1))
		return -EIO;
	ops->stop(&foo);
	return ops->send(&foo);	/* { dg-error "'&foo' is 'ready' when 'the function' is called, which wants it 'started'.*SAFE_E_PROTOCOL_ORDER" } */
}

static int right(void)
{
	struct foo foo;
	int ret;

	foo_init(&foo);
	if (ops->start(&foo, 1))
		return -EIO;
	ret = ops->send(&foo);
	ops->stop(&foo);
	return ret;
}
