// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret < 0 */
#include "../misuse.h"

static u8 *samples;

static int wrong_start(void)
{
	samples = kmalloc(KMALLOC_MAX_SIZE + 1, GFP_KERNEL | __GFP_NOWARN);
	if (!samples)
		return PTR_ERR(samples);	/* { dg-error "'samples' is NULL, which as an error code is 0, success: return -ENOMEM or the like.*SAFE_E_NOT_AN_ERROR" } */
	return 0;
}

static int right_start(void)
{
	samples = kmalloc(KMALLOC_MAX_SIZE + 1, GFP_KERNEL | __GFP_NOWARN);
	if (!samples)
		return -ENOMEM;
	return 0;
}

static int wrong(void)
{
	int ret = wrong_start();

	must(ret < 0);
	kfree(samples);
	return ret;
}

static int right(void)
{
	int ret = right_start();

	must(ret < 0);
	kfree(samples);
	return ret;
}
