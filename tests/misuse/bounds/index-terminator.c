// SPDX-License-Identifier: GPL-2.0
/* Runs into: UBSAN: array-index-out-of-bounds */
#include "../misuse.h"

static noinline int wrong_copy(const char *from, size_t n)
{
	char name[8];

	if (n > sizeof(name))
		return -EINVAL;
	memcpy(name, from, n);
	name[n] = '\0';	/* { dg-error "'n' may be 8 here, but 'name' has 8 elements.*SAFE_E_INDEX" } */
	return strlen(name);
}

static noinline int right_copy(const char *from, size_t n)
{
	char name[8];

	if (n >= sizeof(name))
		return -EINVAL;
	memcpy(name, from, n);
	name[n] = '\0';
	return strlen(name);
}

static int wrong(void)
{
	return wrong_copy("12345678", 8);
}

static int right(void)
{
	return right_copy("12345678", 8);
}
