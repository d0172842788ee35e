// SPDX-License-Identifier: GPL-2.0
/* Labels that undo what was done. */
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


int foo_pair(struct foo *a, struct foo *b);
int foo_pair(struct foo *a, struct foo *b)
{
	int ret;

	foo_init(a);
	foo_init(b);
	ret = foo_start(a);
	if (ret)
		return ret;
	ret = foo_start(b);
	if (ret)
		goto err_a;
	ret = foo_send(b);
	if (ret < 0)
		goto err_b;
	return 0;

err_b:
	foo_stop(b);
err_a:
	foo_stop(a);
	return ret;
}
