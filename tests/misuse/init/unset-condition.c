// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo_bytes\(&plain\) == 16 */
#include "../misuse.h"

struct foo {
	bool wide;
	unsigned int cells;
};

static const struct foo plain = { .cells = 4 };

static noinline unsigned int wrong_bytes(const struct foo *foo)
{
	unsigned int cell;	/* { dg-note "declared here without a value" } */

	if (foo->wide)	/* { dg-note "this condition is false on the path" } */
		cell = 8;
	return foo->cells * cell;	/* { dg-error "'cell' is used but was not set on this path.*SAFE_E_UNINIT_READ" } */
}

static noinline unsigned int right_bytes(const struct foo *foo)
{
	unsigned int cell = 4;

	if (foo->wide)
		cell = 8;
	return foo->cells * cell;
}

static int wrong(void)
{
	unsigned int (*foo_bytes)(const struct foo *foo) = wrong_bytes;

	must(foo_bytes(&plain) == 16);
	return 0;
}

static int right(void)
{
	unsigned int (*foo_bytes)(const struct foo *foo) = right_bytes;

	must(foo_bytes(&plain) == 16);
	return 0;
}
