// SPDX-License-Identifier: GPL-2.0
/*
 * Tests of safe/result.h.
 *
 *	make check GROUP=kunit
 */
#include <linux/irqreturn.h>
#include <linux/limits.h>
#include <linux/module.h>

#include <safe/result.h>

#include "trace.h"

struct big {
	char text[100];
};

DEFINE_SAFE_RESULT(int_result, int)
DEFINE_SAFE_RESULT(u64_result, u64)
DEFINE_SAFE_RESULT(bool_result, bool)
DEFINE_SAFE_RESULT(ptr_result, int *)
DEFINE_SAFE_RESULT(big_result, struct big)

static int object = 42;

/* ---- what TRY() does in each kind of function ---- */

static int try_in_int(int ret)
{
	int value = TRY(ret);

	trace('k');
	return value + 1;
}

static long try_in_long(long ret)
{
	return TRY(ret) + 1;
}

static s64 try_in_s64(int ret)
{
	return TRY(ret) + 1;
}

static int *try_in_pointer(int ret)
{
	TRY(ret);
	return &object;
}

static struct u64_result try_in_result(int ret)
{
	return safe_ok(u64_result, TRY(ret, u64_result) + 1);
}

static struct ptr_result try_in_ptr_result(int ret)
{
	TRY(ret, ptr_result);
	return safe_ok(ptr_result, &object);
}

static bool try_in_bool(int ret)
{
	return safe_try_or_return_value(ret, false) >= 0;
}

static int *try_in_null(int ret)
{
	safe_try_or_return_value(ret, NULL);
	return &object;
}

static irqreturn_t try_in_irq(int ret)
{
	safe_try_or_return_value(ret, IRQ_NONE);
	return IRQ_HANDLED;
}

static void try_in_void(int ret)
{
	safe_try_or_return_value(ret, /* nothing */);
	trace('k');
}

/* Errors at both ends of what an errno can be, and some between. */
static const int errors[] = { -1, -EINTR, -ENOMEM, -EINVAL, -ERESTARTSYS, -MAX_ERRNO };

#define for_each_error(_err)						\
	for (const int *_e = errors; _e < errors + ARRAY_SIZE(errors); _e++)	\
		for (int _err = *_e; _err; _err = 0)

static void result_try_in_int(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, try_in_int(0), 1);
	KUNIT_EXPECT_EQ(test, try_in_int(6), 7);
	EXPECT_TRACE(test, "kk");
	for_each_error(err)
		KUNIT_EXPECT_EQ(test, try_in_int(err), err);
	KUNIT_EXPECT_EQ(test, try_in_int(INT_MIN), INT_MIN);
	EXPECT_TRACE(test, "");
}

static void result_try_in_long(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, try_in_long(6), 7);
	KUNIT_EXPECT_EQ(test, try_in_long(LONG_MAX - 1), LONG_MAX);
	for_each_error(err)
		KUNIT_EXPECT_EQ(test, try_in_long(err), (long)err);
}

static void result_try_in_s64(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, try_in_s64(6), (s64)7);
	for_each_error(err)
		KUNIT_EXPECT_EQ(test, try_in_s64(err), (s64)err);
}

static void result_try_in_pointer(struct kunit *test)
{
	KUNIT_EXPECT_PTR_EQ(test, try_in_pointer(0), &object);
	for_each_error(err)
		KUNIT_EXPECT_PTR_EQ(test, try_in_pointer(err), (int *)ERR_PTR(err));
}

static void result_try_in_result(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, safe_unwrap_or(try_in_result(6), 0), (u64)7);
	for_each_error(err)
		KUNIT_EXPECT_EQ(test, safe_errno(try_in_result(err)), err);
}

static void result_try_in_ptr_result(struct kunit *test)
{
	KUNIT_EXPECT_PTR_EQ(test, safe_to_null(try_in_ptr_result(0)), &object);
	for_each_error(err)
		KUNIT_EXPECT_EQ(test, safe_errno(try_in_ptr_result(err)), err);
}

static void result_try_value(struct kunit *test)
{
	KUNIT_EXPECT_TRUE(test, try_in_bool(0));
	KUNIT_EXPECT_FALSE(test, try_in_bool(-EIO));
	KUNIT_EXPECT_PTR_EQ(test, try_in_null(0), &object);
	KUNIT_EXPECT_PTR_EQ(test, try_in_null(-EIO), (int *)NULL);
	KUNIT_EXPECT_EQ(test, (int)try_in_irq(0), (int)IRQ_HANDLED);
	KUNIT_EXPECT_EQ(test, (int)try_in_irq(-EIO), (int)IRQ_NONE);
	try_in_void(-EIO);
	EXPECT_TRACE(test, "");
	try_in_void(0);
	EXPECT_TRACE(test, "k");
}

/* ---- each kind of result ---- */

static struct int_result make_int(int err, int value)
{
	if (err)
		return safe_err(int_result, err);
	return safe_ok(int_result, value);
}

static struct ptr_result make_ptr(int err)
{
	if (err)
		return safe_err(ptr_result, err);
	return safe_ok(ptr_result, &object);
}

static struct big_result make_big(int err)
{
	struct big big = { "payload" };

	if (err)
		return safe_err(big_result, err);
	return safe_ok(big_result, big);
}

static int sum(int err)
{
	int a = TRY(make_int(0, 1));
	u64 b = TRY(safe_ok(u64_result, 1ULL << 40)) >> 40;
	int *c = TRY(make_ptr(err));
	struct big d = TRY(make_big(0));

	return a + b + *c + d.text[0];
}

static void result_kinds(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, sum(0), 1 + 1 + 42 + 'p');
	KUNIT_EXPECT_EQ(test, sum(-EPERM), -EPERM);
	KUNIT_EXPECT_EQ(test, safe_errno(make_big(0)), 0);
	KUNIT_EXPECT_EQ(test, safe_errno(make_big(-EIO)), -EIO);
	KUNIT_EXPECT_TRUE(test, safe_unwrap_or(safe_ok(bool_result, true), false));
	KUNIT_EXPECT_FALSE(test, safe_unwrap_or(safe_ok(bool_result, false), true));
}

static void result_sizes(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, sizeof(struct ptr_result), sizeof(void *));
	KUNIT_EXPECT_EQ(test, sizeof(struct int_result), 2 * sizeof(int));
	KUNIT_EXPECT_LE(test, sizeof(struct u64_result), 16UL);
}

/* An explicit error leaves all values to the payload, the negative ones too. */
static void result_negative_payload(struct kunit *test)
{
	for_each_error(err) {
		struct int_result res = make_int(0, err);

		KUNIT_EXPECT_TRUE(test, safe_is_ok(res));
		KUNIT_EXPECT_EQ(test, safe_errno(res), 0);
		KUNIT_EXPECT_EQ(test, safe_unwrap_or(res, 1), err);
	}
}

static void result_is_ok(struct kunit *test)
{
	KUNIT_EXPECT_TRUE(test, safe_is_ok(0));
	KUNIT_EXPECT_TRUE(test, safe_is_ok(INT_MAX));
	KUNIT_EXPECT_FALSE(test, safe_is_ok(-1));
	KUNIT_EXPECT_TRUE(test, safe_is_ok(make_ptr(0)));
	for_each_error(err) {
		KUNIT_EXPECT_FALSE(test, safe_is_ok(make_ptr(err)));
		KUNIT_EXPECT_FALSE(test, safe_is_ok(make_int(err, 0)));
		KUNIT_EXPECT_FALSE(test, safe_is_ok(make_big(err)));
	}
}

static void result_unwrap(struct kunit *test)
{
	struct ptr_result ptr = make_ptr(0);
	struct int_result num = make_int(0, 9);
	int ret = try_in_int(3);

	if (!safe_is_ok(ptr) || safe_errno(num) || ret < 0) {
		KUNIT_FAIL(test, "they are good");
		return;
	}
	KUNIT_EXPECT_PTR_EQ(test, safe_unwrap(ptr), &object);
	KUNIT_EXPECT_EQ(test, safe_unwrap(num), 9);
	KUNIT_EXPECT_EQ(test, safe_unwrap(ret), 4);
}

static void result_unwrap_or(struct kunit *test)
{
	int other = 5;

	KUNIT_EXPECT_EQ(test, safe_unwrap_or(make_int(0, 3), 8), 3);
	KUNIT_EXPECT_EQ(test, safe_unwrap_or(make_int(-EIO, 3), 8), 8);
	KUNIT_EXPECT_EQ(test, safe_unwrap_or(-EIO, 8), 8);
	KUNIT_EXPECT_PTR_EQ(test, safe_unwrap_or(make_ptr(-EIO), &other), &other);
}

static void result_get(struct kunit *test)
{
	int *ptr = NULL;
	int num = -7;

	KUNIT_EXPECT_EQ(test, safe_get(make_int(-EIO, 3), &num), -EIO);
	KUNIT_EXPECT_EQ_MSG(test, num, -7, "untouched on error");
	KUNIT_EXPECT_EQ(test, safe_get(make_int(0, 3), &num), 0);
	KUNIT_EXPECT_EQ(test, num, 3);
	KUNIT_EXPECT_EQ(test, safe_get(4, &num), 0);
	KUNIT_EXPECT_EQ(test, num, 4);
	KUNIT_EXPECT_EQ(test, safe_get(-EPERM, &num), -EPERM);
	KUNIT_EXPECT_EQ(test, num, 4);
	KUNIT_EXPECT_EQ(test, safe_get(make_ptr(-EIO), &ptr), -EIO);
	KUNIT_EXPECT_PTR_EQ(test, ptr, (int *)NULL);
	KUNIT_EXPECT_EQ(test, safe_get(make_ptr(0), &ptr), 0);
	KUNIT_EXPECT_PTR_EQ(test, ptr, &object);
}

/* Results may be kept: then safe_get() and TRY() read them. */
static void result_in_memory(struct kunit *test)
{
	struct {
		struct ptr_result ptr[2];
		struct big_result big;
	} kept = { { make_ptr(-EIO), make_ptr(0) }, make_big(-EPERM) };
	struct big big;
	int *ptr;

	KUNIT_EXPECT_EQ(test, safe_get(kept.ptr[0], &ptr), -EIO);
	KUNIT_EXPECT_EQ(test, safe_get(kept.ptr[1], &ptr), 0);
	KUNIT_EXPECT_EQ(test, safe_get(kept.big, &big), -EPERM);
	kept.big = make_big(0);
	KUNIT_EXPECT_EQ(test, safe_get(kept.big, &big), 0);
	KUNIT_EXPECT_STREQ(test, (const char *)big.text, "payload");
}

/* ---- conventions ---- */

static int deref_null(int *p, int err)
{
	return *TRY(safe_from_null(p, err));
}

static int deref_errptr(int *p)
{
	return *TRY(safe_from_errptr(p));
}

static void result_from_null(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, deref_null(&object, -ENOENT), 42);
	KUNIT_EXPECT_EQ(test, deref_null(NULL, -ENOENT), -ENOENT);
	KUNIT_EXPECT_EQ(test, deref_null(NULL, -MAX_ERRNO), -MAX_ERRNO);
}

static void result_from_errptr(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, deref_errptr(&object), 42);
	for_each_error(err)
		KUNIT_EXPECT_EQ(test, deref_errptr(ERR_PTR(err)), err);
	/* NULL is a payload, and so is what lies just below the errors. */
	KUNIT_EXPECT_TRUE(test, safe_is_ok(safe_from_errptr((int *)NULL)));
	KUNIT_EXPECT_TRUE(test, safe_is_ok(safe_from_errptr((int *)ERR_PTR(-MAX_ERRNO - 1))));
}

static void result_to_errptr(struct kunit *test)
{
	KUNIT_EXPECT_PTR_EQ(test, safe_to_errptr(make_ptr(0)), &object);
	KUNIT_EXPECT_PTR_EQ(test, safe_to_errptr(make_ptr(-EIO)), (int *)ERR_PTR(-EIO));
	KUNIT_EXPECT_PTR_EQ(test, safe_to_errptr(safe_from_null((int *)NULL, -ENOENT)),
			    (int *)ERR_PTR(-ENOENT));
	KUNIT_EXPECT_PTR_EQ(test, safe_to_errptr(safe_from_null(&object, -ENOENT)), &object);
}

static void result_to_null(struct kunit *test)
{
	KUNIT_EXPECT_PTR_EQ(test, safe_to_null(make_ptr(0)), &object);
	KUNIT_EXPECT_PTR_EQ(test, safe_to_null(make_ptr(-EIO)), (int *)NULL);
	KUNIT_EXPECT_PTR_EQ(test, safe_to_null(safe_from_errptr((int *)ERR_PTR(-EIO))),
			    (int *)NULL);
}

static void result_errno(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, safe_errno(5), 0);
	KUNIT_EXPECT_EQ(test, safe_errno(-5), -5);
	KUNIT_EXPECT_EQ(test, safe_errno((long)-5), -5);
	KUNIT_EXPECT_EQ(test, safe_errno(make_ptr(0)), 0);
	for_each_error(err)
		KUNIT_EXPECT_EQ(test, safe_errno(make_ptr(err)), err);
}

static void result_as(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, safe_unwrap_or(safe_as(u64_result, make_int(0, 3)), 0), (u64)3);
	KUNIT_EXPECT_EQ(test, safe_errno(safe_as(u64_result, make_int(-EIO, 3))), -EIO);
	KUNIT_EXPECT_EQ(test, safe_errno(safe_as(int_result, -EIO)), -EIO);
	KUNIT_EXPECT_EQ(test, safe_unwrap_or(safe_as(int_result, 4), 0), 4);
	KUNIT_EXPECT_EQ(test, safe_errno(safe_as(ptr_result, safe_from_null((int *)NULL,
									    -EPERM))), -EPERM);
	KUNIT_EXPECT_PTR_EQ(test, safe_to_null(safe_as(ptr_result, safe_from_errptr(&object))),
			    &object);
}

/* ---- what happens on the way out ---- */

static void trace_end(char *c)
{
	trace(*c);
}

static int cleanups(int first, int second)
{
	char a __cleanup(trace_end) = 'a';
	int one = TRY(first);
	char b __cleanup(trace_end) = 'b';
	int two = TRY(second);

	trace('k');
	return one + two;
}

static void result_cleanups_run(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, cleanups(1, 2), 3);
	EXPECT_TRACE(test, "kba");
	KUNIT_EXPECT_EQ(test, cleanups(1, -EIO), -EIO);
	EXPECT_TRACE(test, "ba");
	KUNIT_EXPECT_EQ(test, cleanups(-EIO, 2), -EIO);
	EXPECT_TRACE(test, "a");
}

/* A variable that TRY() was to initialise has no value yet, and no cleanup. */
static int cleanup_of_itself(int ret)
{
	char c __cleanup(trace_end) = 'a' + TRY(ret);

	trace('k');
	return c;
}

static void result_no_cleanup_before_value(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, cleanup_of_itself(-EIO), -EIO);
	EXPECT_TRACE(test, "");
	KUNIT_EXPECT_EQ(test, cleanup_of_itself(2), (int)'c');
	EXPECT_TRACE(test, "kc");
}

static int cleanups_in_loop(int n, int bad)
{
	for (int i = 0; i < n; i++) {
		char c __cleanup(trace_end) = 'a' + i;

		TRY(i == bad ? -EIO : i);
	}
	return n;
}

static void result_cleanups_in_loop(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, cleanups_in_loop(3, -1), 3);
	EXPECT_TRACE(test, "abc");
	KUNIT_EXPECT_EQ(test, cleanups_in_loop(3, 1), -EIO);
	EXPECT_TRACE(test, "ab");
}

static int nested(int a, int b, int c)
{
	return TRY(TRY(TRY(a) + TRY(b)) + TRY(c));
}

static void result_nested(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, nested(1, 2, 3), 6);
	KUNIT_EXPECT_EQ(test, nested(-EIO, 2, 3), -EIO);
	KUNIT_EXPECT_EQ(test, nested(1, -EPERM, 3), -EPERM);
	KUNIT_EXPECT_EQ(test, nested(1, 2, -ENOENT), -ENOENT);
}

/* ---- one evaluation of each argument ---- */

static int evaluate_try(int *n)
{
	return TRY((*n)++);
}

static void result_evaluates_once(struct kunit *test)
{
	int *ptrs[4] = { &object, &object, NULL, ERR_PTR(-EIO) };
	int **p = ptrs;
	int out[2] = { };
	int *o = out;
	int n = 0;

	KUNIT_EXPECT_EQ(test, evaluate_try(&n), 0);
	KUNIT_EXPECT_EQ(test, n, 1);
	KUNIT_EXPECT_TRUE(test, safe_is_ok(n++));
	KUNIT_EXPECT_EQ(test, n, 2);
	KUNIT_EXPECT_EQ(test, safe_errno(n++), 0);
	KUNIT_EXPECT_EQ(test, n, 3);
	KUNIT_EXPECT_EQ(test, safe_unwrap_or(n++, 7), 3);
	KUNIT_EXPECT_EQ(test, n, 4);
	KUNIT_EXPECT_EQ(test, safe_get(n++, o++), 0);
	KUNIT_EXPECT_EQ(test, n, 5);
	KUNIT_EXPECT_PTR_EQ(test, o, out + 1);
	KUNIT_EXPECT_EQ(test, safe_errno(safe_as(int_result, n++)), 0);
	KUNIT_EXPECT_EQ(test, n, 6);
	KUNIT_EXPECT_PTR_EQ(test, safe_to_errptr(safe_from_errptr(*p++)), &object);
	KUNIT_EXPECT_PTR_EQ(test, p, ptrs + 1);
	KUNIT_EXPECT_PTR_EQ(test, safe_to_null(safe_from_null(*p++, -EIO)), &object);
	KUNIT_EXPECT_PTR_EQ(test, p, ptrs + 2);
}

/* The value for the bad case is not even computed in the good one. */
static void result_evaluates_late(struct kunit *test)
{
	int n = 0;

	KUNIT_EXPECT_EQ(test, safe_unwrap_or(3, ++n), 3);
	KUNIT_EXPECT_EQ(test, safe_errno(safe_from_null(&object, -(++n))), 0);
	KUNIT_EXPECT_EQ(test, n, 0);
	KUNIT_EXPECT_EQ(test, safe_unwrap_or(-EIO, ++n), 1);
	KUNIT_EXPECT_EQ(test, safe_errno(safe_from_null((int *)NULL, -(++n))), -2);
}

static struct kunit_case result_cases[] = {
	KUNIT_CASE(result_try_in_int),
	KUNIT_CASE(result_try_in_long),
	KUNIT_CASE(result_try_in_s64),
	KUNIT_CASE(result_try_in_pointer),
	KUNIT_CASE(result_try_in_result),
	KUNIT_CASE(result_try_in_ptr_result),
	KUNIT_CASE(result_try_value),
	KUNIT_CASE(result_kinds),
	KUNIT_CASE(result_sizes),
	KUNIT_CASE(result_negative_payload),
	KUNIT_CASE(result_is_ok),
	KUNIT_CASE(result_unwrap),
	KUNIT_CASE(result_unwrap_or),
	KUNIT_CASE(result_get),
	KUNIT_CASE(result_in_memory),
	KUNIT_CASE(result_from_null),
	KUNIT_CASE(result_from_errptr),
	KUNIT_CASE(result_to_errptr),
	KUNIT_CASE(result_to_null),
	KUNIT_CASE(result_errno),
	KUNIT_CASE(result_as),
	KUNIT_CASE(result_cleanups_run),
	KUNIT_CASE(result_no_cleanup_before_value),
	KUNIT_CASE(result_cleanups_in_loop),
	KUNIT_CASE(result_nested),
	KUNIT_CASE(result_evaluates_once),
	KUNIT_CASE(result_evaluates_late),
	{},
};

static struct kunit_suite result_suite = {
	.name = "safe_result",
	.init = trace_init,
	.test_cases = result_cases,
};
kunit_test_suite(result_suite);

MODULE_DESCRIPTION("Tests of safe/result.h");
MODULE_LICENSE("GPL");
