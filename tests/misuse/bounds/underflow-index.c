// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: |Kernel tried to access user memory|Kernel mode fault */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct foo_frame {
	u32 length;
	u8 data[];
};

static noinline bool wrong_is_last(const struct foo_frame *frame)
{
	if (!frame->length)
		return false;
	return frame->data[frame->length - 8] == 1;	/* { dg-warning "'frame->length' is tested for 0 only, but more than 1 is subtracted from it: test that it is large enough.*SAFE_E_UNDERFLOW" } */
}

static noinline bool right_is_last(const struct foo_frame *frame)
{
	if (frame->length < 8)
		return false;
	return frame->data[frame->length - 8] == 1;
}

static int wrong(void)
{
	struct foo_frame *frame = kzalloc(sizeof(*frame) + 12, GFP_KERNEL);
	int ret;

	if (!frame)
		return -ENOMEM;
	frame->length = 1;
	ret = wrong_is_last(frame);
	kfree(frame);
	return ret;
}

static int right(void)
{
	struct foo_frame *frame = kzalloc(sizeof(*frame) + 12, GFP_KERNEL);
	int ret;

	if (!frame)
		return -ENOMEM;
	frame->length = 1;
	ret = right_is_last(frame);
	kfree(frame);
	return ret;
}
