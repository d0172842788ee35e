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


static int wrong(void)
{
	struct foo foo;
	int i;

	foo_init(&foo);
	if (foo_start(&foo, 1))
		return -EIO;
	for (i = 0; i < 2; i++) {
		foo_send(&foo);	/* { dg-error "'&foo' is 'ready' when 'foo_send' is called, which wants it 'started'.*SAFE_E_PROTOCOL_ORDER" } */
		foo_stop(&foo);
	}
	return 0;
}

static int right(void)
{
	struct foo foo;
	int i;

	foo_init(&foo);
	if (foo_start(&foo, 1))
		return -EIO;
	for (i = 0; i < 2; i++)
		foo_send(&foo);
	foo_stop(&foo);
	return 0;
}
