// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: (double-free or )?invalid-free */
#include "../misuse.h"

#define FOO_HEADER	8

static int foo_send(const char *payload)
{
	return payload[0] ? -EIO : 0;
}

static int wrong(void)
{
	char *payload, *frame = kzalloc(FOO_HEADER + 16, GFP_KERNEL);
	int ret;

	if (!frame)
		return -ENOMEM;
	payload = frame + FOO_HEADER;
	ret = foo_send(payload);
	kfree(payload);	/* { dg-error "'payload' is released by 'kfree' but points into an object, not to its start.*SAFE_E_FREE_FOREIGN" } */
	return ret;
}

static int right(void)
{
	char *payload, *frame = kzalloc(FOO_HEADER + 16, GFP_KERNEL);
	int ret;

	if (!frame)
		return -ENOMEM;
	payload = frame + FOO_HEADER;
	ret = foo_send(payload);
	kfree(frame);
	return ret;
}
