// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

static int foo_send(const char *frame, size_t len)
{
	return len < 8 ? -EMSGSIZE : frame[7];
}

static int wrong(void)
{
	char *frame, *reply;
	int ret = -ENOMEM;

	frame = kzalloc(4, GFP_KERNEL);
	if (!frame)
		return ret;
	reply = kzalloc(4, GFP_KERNEL);
	if (!reply)
		goto free_frame;
	ret = foo_send(frame, 4);
	if (ret) {
		kfree(frame);	/* { dg-note "released by 'kfree'" } */
		goto free_reply;
	}
free_reply:
	kfree(reply);
free_frame:
	kfree(frame);	/* { dg-error "'frame' is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
	return ret;
}

static int right(void)
{
	char *frame, *reply;
	int ret = -ENOMEM;

	frame = kzalloc(4, GFP_KERNEL);
	if (!frame)
		return ret;
	reply = kzalloc(4, GFP_KERNEL);
	if (!reply)
		goto free_frame;
	ret = foo_send(frame, 4);
	kfree(reply);
free_frame:
	kfree(frame);
	return ret;
}
