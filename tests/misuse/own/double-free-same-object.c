// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

/* Two buffers, unless both are one. */
static noinline void foo_free_buffers(char *send, char *receive)
{
	kfree(send);	/* { dg-note "in the called function" } */
	kfree(receive);
}

static int wrong(void)
{
	char *buf = kzalloc(16, GFP_KERNEL);

	if (!buf)
		return -ENOMEM;
	foo_free_buffers(buf, buf);	/* { dg-error "'buf' is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
	return 0;
}

static int right(void)
{
	char *buf = kzalloc(16, GFP_KERNEL);

	if (!buf)
		return -ENOMEM;
	foo_free_buffers(buf, NULL);
	return 0;
}
