// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !running */
#include "../misuse.h"

static int running;

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
	running++;
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
	running--;
}


static int wrong_run(void)
{
	struct foo foo;
	int ret;

	foo_init(&foo);
	ret = foo_start(&foo, 1);
	if (ret)
		return ret;
	return foo_send(&foo);	/* { dg-error "'foo' ends with the function while a part of it is 'started': call foo_stop.. first.*SAFE_E_PROTOCOL_OPEN" } */
}

static int right_run(void)
{
	struct foo foo;
	int ret;

	foo_init(&foo);
	ret = foo_start(&foo, 1);
	if (ret)
		return ret;
	ret = foo_send(&foo);
	foo_stop(&foo);
	return ret;
}

static int wrong(void)
{
	wrong_run();
	must(!running);
	return 0;
}

static int right(void)
{
	right_run();
	must(!running);
	return 0;
}
