// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN|Segfault|Kernel panic|kernel BUG */
#include "../misuse.h"

struct foo {
	int id;
};

static struct foo foos[2] = { { .id = 1 }, { .id = 2 } };

/* No way leads past what sets it, but one. */
static noinline int foo_id(unsigned int port)
{
	struct foo *foo;	/* { dg-note "declared here without a value" } */

	if (port == 0)
		foo = &foos[0];
	else if (port == 1)
		foo = &foos[1];
	return foo->id;	/* { dg-error "'foo' is used but was not set on this path.*SAFE_E_UNINIT_READ" } */
}

static noinline int foo_id_rightly(unsigned int port)
{
	struct foo *foo;

	if (port == 0)
		foo = &foos[0];
	else if (port == 1)
		foo = &foos[1];
	else
		return -ENODEV;
	return foo->id;
}

static int wrong(void)
{
	return foo_id(2);
}

static int right(void)
{
	return foo_id_rightly(2);
}
