// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: */
#include "../misuse.h"

static noinline int wrong_name(const char *text)
{
	char name[8];

	snprintf(name, 16, "foo-%s", text);	/* { dg-error "'snprintf' is told of 16 bytes, but 'name' has only 8.*SAFE_E_LENGTH" } */
	return name[0];
}

static noinline int right_name(const char *text)
{
	char name[8];

	snprintf(name, sizeof(name), "foo-%s", text);
	return name[0];
}

static int wrong(void)
{
	return wrong_name("12345678");
}

static int right(void)
{
	return right_name("12345678");
}
