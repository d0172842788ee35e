// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: wrong_hash\("ab"\) != 0 */
#include "../misuse.h"

static noinline u32 wrong_hash(const char *text)
{
	u32 hash;	/* { dg-note "declared here without a value" } */

	for (; *text; text++)
		hash *= hash ^ *text;	/* { dg-error "'hash' is used but was not set on this path.*SAFE_E_UNINIT_READ" } */
	return hash;
}

static int wrong(void)
{
	must(wrong_hash("ab") != 0);
	return 0;
}

static noinline u32 right_hash(const char *text)
{
	u32 hash = 5381;

	for (; *text; text++)
		hash = (hash << 5) + hash + *text;
	return hash;
}

static int right(void)
{
	must(right_hash("ab") != 0);
	return 0;
}
