// SPDX-License-Identifier: GPL-2.0
/* Runs into: UBSAN: array-index-out-of-bounds */
#include "../misuse.h"

struct foo {
	u8 keys[6];
	u8 count;
};

static noinline int wrong_sum(struct foo *foo)
{
	int i, sum = 0;

	for (i = 0; i <= 6; i++)
		sum += foo->keys[i];	/* { dg-error "'i' may be 6 here, but 'foo->keys' has 6 elements.*SAFE_E_INDEX" } */
	return sum;
}

static noinline int right_sum(struct foo *foo)
{
	int i, sum = 0;

	for (i = 0; i < 6; i++)
		sum += foo->keys[i];
	return sum;
}

static struct foo foo = { .count = 1 };

static int wrong(void)
{
	return wrong_sum(&foo);
}

static int right(void)
{
	return right_sum(&foo);
}
