// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: wrong_width\(4\) == -EINVAL */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

static noinline int wrong_width(int format)
{
	int width;	/* { dg-note "declared here without a value" } */

	switch (format) {
	case 0:
		width = 8;
		break;
	case 1:
		width = 16;
		break;
	}
	return width;	/* { dg-warning "'width' is returned but was not set on this path.*SAFE_E_UNINIT_READ" } */
}

static noinline int right_width(int format)
{
	int width;

	switch (format) {
	case 0:
		width = 8;
		break;
	case 1:
		width = 16;
		break;
	default:
		return -EINVAL;
	}
	return width;
}

static int wrong(void)
{
	must(wrong_width(4) == -EINVAL);
	return 0;
}

static int right(void)
{
	must(right_width(4) == -EINVAL);
	return 0;
}
