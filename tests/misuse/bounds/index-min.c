// SPDX-License-Identifier: GPL-2.0
/* Runs into: UBSAN: array-index-out-of-bounds */
#include "../misuse.h"
#include <linux/minmax.h>

static int slots[5];

static noinline void wrong_set(unsigned int i)
{
	i = min(i, 5u);
	slots[i] = 1;	/* { dg-error "'i' may be 5 here, but 'slots' has 5 elements.*SAFE_E_INDEX" } */
}

static noinline void right_set(unsigned int i)
{
	i = min(i, 4u);
	slots[i] = 1;
}

static int wrong(void)
{
	wrong_set(9);
	return 0;
}

static int right(void)
{
	right_set(9);
	return 0;
}
