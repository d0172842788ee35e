// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: stack-out-of-bounds in wrong_sum */
#include "../misuse.h"
#include <safe/strict.h>

SAFE_STRICT_FILE();

#define foo_at(p, i)	(*((p) + (i)))	/* { dg-error "pointer arithmetic: nothing checks that it stays inside the object.*SAFE_E_RAW_POINTER" } */

static noinline u32 wrong_sum(const u32 *p, int n)
{
	return foo_at(p, 0) + foo_at(p, n);
}

static noinline u32 right_sum(const u32 (*p)[4])
{
	return (*p)[0] + (*p)[ARRAY_SIZE(*p) - 1];
}

static int wrong(void)
{
	u32 ids[4] = { 1, 2, 3, 4 };

	return wrong_sum(ids, ARRAY_SIZE(ids));
}

static int right(void)
{
	u32 ids[4] = { 1, 2, 3, 4 };

	return right_sum(&ids);
}
