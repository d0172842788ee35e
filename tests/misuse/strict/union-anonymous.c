// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: wrong_total.*== 3 */
#include "../misuse.h"
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo_args {
	union {
		u64 both;
		u32 half[2];
	};
};

static noinline u64 wrong_total(struct foo_args args)
{
	args.half[0]++;	/* { dg-error "a member of a union is read: nothing says that it is the one that was written.*SAFE_E_RAW_UNION" } */
	return args.both;	/* { dg-error "a member of a union is read: nothing says that it is the one that was written.*SAFE_E_RAW_UNION" } */
}

struct foo_pair {
	u32 half[2];
};

static noinline u64 right_total(struct foo_pair pair)
{
	return pair.half[0] + 1 + pair.half[1];
}

static int wrong(void)
{
	struct foo_args args = { .half = { 1, 1 } };

	must(wrong_total(args) == 3);
	return 0;
}

static int right(void)
{
	struct foo_pair pair = { { 1, 1 } };

	must(right_total(pair) == 3);
	return 0;
}
