// SPDX-License-Identifier: GPL-2.0
/*
 * Tests of safe/compat.h: what a later kernel brought works on an earlier one.
 *
 *	make check GROUP=kunit
 */
#include <linux/module.h>

#include <safe/compat.h>

#include "trace.h"

static void trace_free(char **c)
{
	if (*c)
		trace(**c);
}

static void retain(bool keep)
{
	char *c __cleanup(trace_free) = "f";

	if (keep)
		retain_and_null_ptr(c);
	trace('k');
}

static void compat_retain_and_null_ptr(struct kunit *test)
{
	retain(false);
	EXPECT_TRACE(test, "kf");
	retain(true);
	EXPECT_TRACE(test, "k");
}

static struct kunit_case compat_cases[] = {
	KUNIT_CASE(compat_retain_and_null_ptr),
	{},
};

static struct kunit_suite compat_suite = {
	.name = "safe_compat",
	.init = trace_init,
	.test_cases = compat_cases,
};
kunit_test_suite(compat_suite);

MODULE_DESCRIPTION("Tests of safe/compat.h");
MODULE_LICENSE("GPL");
