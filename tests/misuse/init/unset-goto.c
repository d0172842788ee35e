// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret == -EINVAL */
#include "../misuse.h"

static u8 *foo_buffer;

static noinline int wrong_fill(size_t size)
{
	int ret;	/* { dg-note "declared here without a value" } */

	if (!size)
		goto out;
	foo_buffer = kzalloc(size, GFP_KERNEL);
	ret = foo_buffer ? 0 : -ENOMEM;
out:
	return ret;	/* { dg-error "'ret' is returned but was not set on this path.*SAFE_E_UNINIT_READ" } */
}

static noinline int right_fill(size_t size)
{
	int ret;

	if (!size) {
		ret = -EINVAL;
		goto out;
	}
	foo_buffer = kzalloc(size, GFP_KERNEL);
	ret = foo_buffer ? 0 : -ENOMEM;
out:
	return ret;
}

static int wrong(void)
{
	int ret = wrong_fill(0);

	must(ret == -EINVAL);
	return ret;
}

static int right(void)
{
	int ret = right_fill(0);

	must(ret == -EINVAL);
	return ret;
}
