// SPDX-License-Identifier: GPL-2.0
/* Runs into: UBSAN: array-index-out-of-bounds */
#include "../misuse.h"

static int levels[4] = { 1, 2, 4, 8 };

static noinline int wrong_level(unsigned int i)
{
	if (i > ARRAY_SIZE(levels))
		return -EINVAL;
	return levels[i];	/* { dg-error "'i' may be 4 here, but 'levels' has 4 elements, the last of them 3: the test lets one too many through.*SAFE_E_INDEX" } */
}

static noinline int right_level(unsigned int i)
{
	if (i >= ARRAY_SIZE(levels))
		return -EINVAL;
	return levels[i];
}

static int wrong(void)
{
	return wrong_level(4);
}

static int right(void)
{
	return right_level(4);
}
