// SPDX-License-Identifier: GPL-2.0
/* Runs into: UBSAN: array-index-out-of-bounds */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

static const char *const names[8] = { "a", "b", "c", "d", "e", "f", "g", "h" };
static int values[4];

static noinline int wrong_value(unsigned int i)
{
	if (i >= ARRAY_SIZE(names))
		return -EINVAL;
	return values[i];	/* { dg-warning "'i' may be up to 7 here, but 'values' has only 4 elements: test it against ARRAY_SIZE.. of this array.*SAFE_E_INDEX" } */
}

static noinline int right_value(unsigned int i)
{
	if (i >= ARRAY_SIZE(values))
		return -EINVAL;
	return values[i] + !names[i];
}

static int wrong(void)
{
	return wrong_value(5);
}

static int right(void)
{
	return right_value(5);
}
