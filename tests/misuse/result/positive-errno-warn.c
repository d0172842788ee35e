// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret <= 0 */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

static noinline int queue_init(unsigned int depth)
{
	return depth > 8 ? -EINVAL : 0;
}

static noinline int wrong_open(unsigned int depth)
{
	int ret = queue_init(depth);

	return WARN_ON(ret);	/* { dg-warning "the error of 'queue_init' is returned as 1: WARN_ON.. says only whether there was one; return the error itself.*SAFE_E_POSITIVE_ERRNO" } */
}

static noinline int right_open(unsigned int depth)
{
	return queue_init(depth);
}

static int wrong(void)
{
	int ret = wrong_open(9);

	must(ret <= 0);
	return 0;
}

static int right(void)
{
	int ret = right_open(9);

	must(ret <= 0);
	return 0;
}
