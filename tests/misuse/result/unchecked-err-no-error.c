// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct foo {
	int rate;
};

static struct foo first = { 100 };

static struct foo *foo_get(const char *name) __returns_err;
static struct foo *foo_get(const char *name)
{
	return strcmp(name, "first") ? ERR_PTR(-ENOENT) : &first;
}

/* Where there is none, that is no error. */
static noinline int foo_rate(struct foo *__borrowed __no_error foo)
{
	return foo ? foo->rate : 0;
}

static noinline int wrong_rate(const char *name)
{
	struct foo *foo = foo_get(name);	/* { dg-note "returned by 'foo_get'" } */

	return foo_rate(foo);	/* { dg-error "'foo' is used but may be an error pointer: .*'foo_get'.*SAFE_E_UNCHECKED_ERR" } */
}

static noinline int right_rate(const char *name)
{
	struct foo *foo = foo_get(name);

	return IS_ERR(foo) ? PTR_ERR(foo) : foo_rate(foo);
}

static int wrong(void)
{
	return wrong_rate("second");
}

static int right(void)
{
	return right_rate("second");
}
