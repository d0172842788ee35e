// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret < 0 */
#include "../misuse.h"

static noinline int wrong_set(unsigned int rate, unsigned int channels)
{
	int ret = EINVAL;	/* { dg-error "EINVAL is returned as a positive number, which callers take for success: return -EINVAL.*SAFE_E_POSITIVE_ERRNO" } */

	if (!rate)
		return -ERANGE;
	if (channels <= 8)
		ret = 0;
	return ret;
}

static noinline int right_set(unsigned int rate, unsigned int channels)
{
	int ret = -EINVAL;

	if (!rate)
		return -ERANGE;
	if (channels <= 8)
		ret = 0;
	return ret;
}

static int wrong(void)
{
	int ret = wrong_set(48000, 16);

	must(ret < 0);
	return ret;
}

static int right(void)
{
	int ret = right_set(48000, 16);

	must(ret < 0);
	return ret;
}
