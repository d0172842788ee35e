// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel mode fault at addr 0x0 */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct frame {
	int pitch;
};

static noinline int frame_setup(struct frame *frame, int pitch)
{
	if (pitch & 7)
		return -EINVAL;
	frame->pitch = pitch;
	return 0;
}

static noinline struct frame *wrong_create(int pitch)
{
	struct frame *frame = kzalloc(sizeof(*frame), GFP_KERNEL);

	if (!frame)
		return ERR_PTR(-ENOMEM);
	if (frame_setup(frame, pitch)) {
		kfree(frame);
		return NULL;	/* { dg-warning "NULL is returned when 'frame_setup' has failed, but an error pointer for other failures: callers that ask IS_ERR.. go on with NULL; return ERR_PTR.. of the error.*SAFE_E_NULL_AMONG_ERRORS" } */
	}
	return frame;
}

static noinline struct frame *right_create(int pitch)
{
	struct frame *frame = kzalloc(sizeof(*frame), GFP_KERNEL);
	int ret;

	if (!frame)
		return ERR_PTR(-ENOMEM);
	ret = frame_setup(frame, pitch);
	if (ret) {
		kfree(frame);
		return ERR_PTR(ret);
	}
	return frame;
}

static struct frame *(*create)(int pitch);

static int use(void)
{
	struct frame *frame = READ_ONCE(create)(5);
	int pitch;

	if (IS_ERR(frame))
		return 0;
	pitch = READ_ONCE(frame->pitch);
	kfree(frame);
	return pitch;
}

static int wrong(void)
{
	create = wrong_create;
	return use();
}

static int right(void)
{
	create = right_create;
	return use();
}
