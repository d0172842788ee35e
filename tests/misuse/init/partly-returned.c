// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: range.step == 1 */
#include "../misuse.h"

struct foo_range {
	int low, high, step;
};

static noinline struct foo_range wrong_range(int high)
{
	struct foo_range range;

	range.low = 0;
	range.high = high;
	return range;	/* { dg-error "'range' is (copied|given away) but 'step' of it was never set.*SAFE_E_PARTLY_INIT" } */
}

static noinline struct foo_range right_range(int high)
{
	struct foo_range range = { .step = 1 };

	range.low = 0;
	range.high = high;
	return range;
}

static int wrong(void)
{
	struct foo_range range = wrong_range(7);

	must(range.step == 1);
	return 0;
}

static int right(void)
{
	struct foo_range range = right_range(7);

	must(range.step == 1);
	return 0;
}
