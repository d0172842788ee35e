// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

/* Each of two conditions releases; nothing keeps both from being true. */
static noinline int foo_send(int length, int credit)
{
	char *frame = kzalloc(8, GFP_KERNEL);

	if (!frame)
		return -ENOMEM;
	if (length > 8)
		kfree(frame);	/* { dg-note "released by 'kfree'" } */
	if (credit <= 0)
		kfree(frame);	/* { dg-error "'frame' is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
	if (length <= 8 && credit > 0)
		kfree(frame);
	return 0;
}

static noinline int foo_send_rightly(int length, int credit)
{
	char *frame = kzalloc(8, GFP_KERNEL);

	if (!frame)
		return -ENOMEM;
	if (length > 8)
		kfree(frame);
	else if (credit <= 0)
		kfree(frame);
	if (length <= 8 && credit > 0)
		kfree(frame);
	return 0;
}

static int wrong(void)
{
	return foo_send(9, 0);
}

static int right(void)
{
	return foo_send_rightly(9, 0);
}
