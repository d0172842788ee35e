// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret < 0 */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

static noinline int entry_exists(int id)
{
	if (id < 0)
		return -ENOENT;
	return id & 1;
}

static noinline int wrong_overwrites(int id, int limit)
{
	int ret = entry_exists(id);

	if (ret <= 0)	/* { dg-warning "an error of 'entry_exists' becomes 0, success, here: return it where it is negative.*SAFE_E_ERROR_LOST" } */
		return 0;
	return id > limit ? -ERANGE : 1;
}

static noinline int right_overwrites(int id, int limit)
{
	int ret = entry_exists(id);

	if (ret <= 0)
		return ret;
	return id > limit ? -ERANGE : 1;
}

static int wrong(void)
{
	int ret = wrong_overwrites(-1, 9);

	must(ret < 0);
	return 0;
}

static int right(void)
{
	int ret = right_overwrites(-1, 9);

	must(ret < 0);
	return 0;
}
