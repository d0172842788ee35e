// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret < 0 */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/kstrtox.h>

static int wrong_resize(const char *text)
{
	unsigned int size;
	u8 *ring;
	int ret;

	ret = kstrtouint(text, 10, &size);
	if (ret)
		return ret;
	if (!size)
		return -EINVAL;
	ring = kmalloc(size, GFP_KERNEL | __GFP_NOWARN);
	if (!ring)	/* { dg-warning "this failure is not reported: the function goes on to return ret, which is 0 from an earlier call; set it to an error code first.*SAFE_E_ERROR_LOST" } */
		goto out;
	memset(ring, 0, size);
out:
	kfree(ring);
	return ret;
}

static int right_resize(const char *text)
{
	unsigned int size;
	u8 *ring;
	int ret;

	ret = kstrtouint(text, 10, &size);
	if (ret)
		return ret;
	if (!size)
		return -EINVAL;
	ring = kmalloc(size, GFP_KERNEL | __GFP_NOWARN);
	if (!ring) {
		ret = -ENOMEM;
		goto out;
	}
	memset(ring, 0, size);
out:
	kfree(ring);
	return ret;
}

static int wrong(void)
{
	int ret = wrong_resize("2000000000");

	must(ret < 0);
	return ret;
}

static int right(void)
{
	int ret = right_resize("2000000000");

	must(ret < 0);
	return ret;
}
