// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: .*out-of-bounds */
#include "../misuse.h"

#define HEADER	4

struct foo_frame {
	u8 header[HEADER];
	u8 key[12];
};

static noinline void wrong_clear(struct foo_frame *frame, size_t n)
{
	memset(&frame[HEADER], 0, n - HEADER);	/* { dg-error "'frame' counts in elements of 16 bytes: this begins at byte 64, and the length allows for 4; cast it to 'u8 .' first.*SAFE_E_SCALED" } */
}

static noinline void right_clear(struct foo_frame *frame, size_t n)
{
	memset((u8 *)frame + HEADER, 0, n - HEADER);
}

static int wrong(void)
{
	struct foo_frame *frame = kmalloc(sizeof(*frame), GFP_KERNEL);

	if (!frame)
		return -ENOMEM;
	wrong_clear(frame, sizeof(*frame));
	kfree(frame);
	return 0;
}

static int right(void)
{
	struct foo_frame *frame = kmalloc(sizeof(*frame), GFP_KERNEL);

	if (!frame)
		return -ENOMEM;
	right_clear(frame, sizeof(*frame));
	kfree(frame);
	return 0;
}
