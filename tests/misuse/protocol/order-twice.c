// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo->started == 0 */
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


static int foo_run(struct foo *foo, int again)
{
	int ret;

	ret = foo_start(foo, 1);
	if (ret)
		return ret;
	foo_send(foo);
	if (again)
		ret = foo_start(foo, 2);	/* { dg-error "'foo' is 'started' when 'foo_start' is called, which wants it 'ready'.*SAFE_E_PROTOCOL_ORDER" } */
	foo_stop(foo);
	return ret;
}

static int foo_rerun(struct foo *foo, int again)
{
	int ret;

	ret = foo_start(foo, 1);
	if (ret)
		return ret;
	foo_stop(foo);
	if (!again)
		return 0;
	ret = foo_start(foo, 2);
	if (ret)
		return ret;
	foo_stop(foo);
	return 0;
}

static int wrong(void)
{
	struct foo foo;

	foo_init(&foo);
	return foo_run(&foo, 1);
}

static int right(void)
{
	struct foo foo;

	foo_init(&foo);
	return foo_rerun(&foo, 1);
}
