// SPDX-License-Identifier: GPL-2.0
/* A function of no protocol may have done anything, and a caller too. */
#include <linux/errno.h>
#include <safe/annotations.h>

struct foo {
	int id;
};

void foo_init(struct foo *__to_state("ready") __borrowed foo);
int foo_start(struct foo *__from_state("ready") __to_state_if("ret == 0", "started")
	      __until("foo_stop", "foo_kill") __borrowed foo);
int foo_send(struct foo *__from_state("started") __borrowed foo);
void foo_stop(struct foo *__from_state("started") __to_state("ready") __borrowed foo);
void foo_kill(struct foo *__from_state("started, ready") __to_state("dead") __borrowed foo);
struct foo *foo_new(void) __returns_state("ready") __returns_owned __returns_null
	__released_by("foo_free");
void foo_free(struct foo *__from_state("ready, dead") __takes foo);
void foo_mend(struct foo *foo);


int foo_mended(void);
int foo_mended(void)
{
	struct foo foo;

	foo_init(&foo);
	foo_mend(&foo);
	return foo_send(&foo);
}

int foo_given(struct foo *foo);
int foo_given(struct foo *foo)
{
	int ret = foo_send(foo);

	foo_stop(foo);
	return ret;
}
