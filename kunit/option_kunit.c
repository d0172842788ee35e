// SPDX-License-Identifier: GPL-2.0
/*
 * Tests of safe/option.h.
 *
 *	make check GROUP=kunit
 */
#include <linux/limits.h>
#include <linux/module.h>

#include <safe/option.h>

#include "trace.h"

DEFINE_SAFE_OPTION(number, u32)
DEFINE_SAFE_OPTION(pointer, int *)
DEFINE_SAFE_OPTION(flag, bool)

static int object = 42;

static struct number number(bool there, u32 n)
{
	if (!there)
		return safe_none(number);
	return safe_some(number, n);
}

static struct pointer pointer(bool there)
{
	if (!there)
		return safe_none(pointer);
	return safe_some(pointer, &object);
}

static void option_is_some(struct kunit *test)
{
	KUNIT_EXPECT_TRUE(test, safe_is_some(number(true, 0)));
	KUNIT_EXPECT_TRUE(test, safe_is_some(number(true, U32_MAX)));
	KUNIT_EXPECT_FALSE(test, safe_is_some(number(false, 3)));
	KUNIT_EXPECT_TRUE(test, safe_is_some(pointer(true)));
	KUNIT_EXPECT_FALSE(test, safe_is_some(pointer(false)));
	KUNIT_EXPECT_TRUE(test, safe_is_some(safe_some(flag, false)));
	KUNIT_EXPECT_FALSE(test, safe_is_some(safe_none(flag)));
}

static void option_size(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, sizeof(struct pointer), sizeof(void *));
}

static void option_unwrap(struct kunit *test)
{
	struct number num = number(true, 7);
	struct pointer ptr = pointer(true);

	if (!safe_is_some(num) || !safe_is_some(ptr)) {
		KUNIT_FAIL(test, "they are there");
		return;
	}
	KUNIT_EXPECT_EQ(test, safe_unwrap(num), 7U);
	KUNIT_EXPECT_PTR_EQ(test, safe_unwrap(ptr), &object);
}

static void option_unwrap_or(struct kunit *test)
{
	int other;

	KUNIT_EXPECT_EQ(test, safe_unwrap_or(number(true, 7), 9), 7U);
	KUNIT_EXPECT_EQ(test, safe_unwrap_or(number(false, 7), 9), 9U);
	KUNIT_EXPECT_PTR_EQ(test, safe_unwrap_or(pointer(false), &other), &other);
}

static void option_get(struct kunit *test)
{
	u32 n = 1;

	KUNIT_EXPECT_EQ(test, safe_get(number(false, 7), &n), -ENOENT);
	KUNIT_EXPECT_EQ(test, n, 1U);
	KUNIT_EXPECT_EQ(test, safe_get(number(true, 7), &n), 0);
	KUNIT_EXPECT_EQ(test, n, 7U);
}

static int try_option(bool there)
{
	return TRY(number(there, 7)) + *TRY(pointer(there));
}

static void option_try(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, try_option(true), 49);
	KUNIT_EXPECT_EQ(test, try_option(false), -ENOENT);
}

static int try_ok_or(bool num, bool ptr)
{
	u32 n = TRY(safe_ok_or(number(num, 7), -ERANGE));

	return n + *TRY(safe_ok_or(pointer(ptr), -ENODEV));
}

static void option_ok_or(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, try_ok_or(true, true), 49);
	KUNIT_EXPECT_EQ(test, try_ok_or(false, true), -ERANGE);
	KUNIT_EXPECT_EQ(test, try_ok_or(true, false), -ENODEV);
}

static void option_of_pointer(struct kunit *test)
{
	KUNIT_EXPECT_TRUE(test, safe_is_some(safe_option(&object)));
	KUNIT_EXPECT_FALSE(test, safe_is_some(safe_option((int *)NULL)));
	KUNIT_EXPECT_PTR_EQ(test, safe_to_null(safe_option(&object)), &object);
	KUNIT_EXPECT_PTR_EQ(test, safe_to_null(pointer(false)), (int *)NULL);
	KUNIT_EXPECT_PTR_EQ(test, safe_to_errptr(pointer(false)), (int *)ERR_PTR(-ENOENT));
}

static void option_evaluates_once(struct kunit *test)
{
	int *ptrs[] = { &object, NULL }, **p = ptrs;
	int n = 0;

	KUNIT_EXPECT_TRUE(test, safe_is_some(safe_option(*p++)));
	KUNIT_EXPECT_PTR_EQ(test, p, ptrs + 1);
	KUNIT_EXPECT_EQ(test, safe_errno(safe_ok_or(safe_some(number, n++), -EIO)), 0);
	KUNIT_EXPECT_EQ(test, n, 1);
	KUNIT_EXPECT_EQ(test, safe_errno(safe_ok_or(number(true, 0), -(++n))), 0);
	KUNIT_EXPECT_EQ_MSG(test, n, 1, "the errno is needed only for none");
	KUNIT_EXPECT_EQ(test, safe_errno(safe_ok_or(number(false, 0), -(++n))), -2);
}

static struct kunit_case option_cases[] = {
	KUNIT_CASE(option_is_some),
	KUNIT_CASE(option_size),
	KUNIT_CASE(option_unwrap),
	KUNIT_CASE(option_unwrap_or),
	KUNIT_CASE(option_get),
	KUNIT_CASE(option_try),
	KUNIT_CASE(option_ok_or),
	KUNIT_CASE(option_of_pointer),
	KUNIT_CASE(option_evaluates_once),
	{},
};

static struct kunit_suite option_suite = {
	.name = "safe_option",
	.init = trace_init,
	.test_cases = option_cases,
};
kunit_test_suite(option_suite);

MODULE_DESCRIPTION("Tests of safe/option.h");
MODULE_LICENSE("GPL");
