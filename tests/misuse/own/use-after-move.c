// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

struct foo_msg {
	size_t len;
};

void foo_send(struct foo_msg *__takes msg);

void foo_send(struct foo_msg *msg)
{
	pr_debug("sending %zu bytes\n", msg->len);
	kfree(msg);
}

static int wrong(void)
{
	struct foo_msg *msg = kzalloc(sizeof(*msg), GFP_KERNEL);	/* { dg-note "allocated by 'kzalloc'" } */

	if (!msg)
		return -ENOMEM;
	msg->len = sizeof(*msg);
	foo_send(msg);	/* { dg-note "given to 'foo_send'" } */
	return msg->len;	/* { dg-error "'msg' is used after it was given to 'foo_send'; it belongs to somebody else since.*SAFE_E_USE_AFTER_MOVE" } */
}

static int right(void)
{
	struct foo_msg *msg = kzalloc(sizeof(*msg), GFP_KERNEL);
	size_t len;

	if (!msg)
		return -ENOMEM;
	msg->len = sizeof(*msg);
	len = msg->len;
	foo_send(msg);
	return len;
}
