// SPDX-License-Identifier: GPL-2.0
/*
 * Tests of safe/result_rest.h.
 *
 *	make check GROUP=kunit
 */
#include <linux/module.h>
#include <linux/slab.h>

#include <safe/result_rest.h>

#include "trace.h"

enum reason { REASON_EMPTY = 1, REASON_FULL };

struct item {
	int ticket;
};

DEFINE_SAFE_RESULT_WITH(queued, int, struct item *)
DEFINE_SAFE_RESULT_WITH(parsed, struct item *, enum reason)

/* Takes the item if there is room, and hands it back if not. */
static struct queued queue(struct item *item, int room)
{
	int ticket = item->ticket;

	if (!room)
		return safe_err_with(queued, -ENOSPC, item);
	kfree(item);
	return safe_ok(queued, ticket);
}

static void rest_ownership_comes_back(struct kunit *test)
{
	struct item *item = kzalloc(sizeof(*item), GFP_KERNEL), *back = NULL;
	int ticket = -1;

	if (!item)
		kunit_skip(test, "no memory");
	item->ticket = 8;
	KUNIT_EXPECT_EQ(test, safe_get_or_rest(queue(item, 0), &ticket, &back), -ENOSPC);
	KUNIT_EXPECT_PTR_EQ(test, back, item);
	KUNIT_EXPECT_EQ_MSG(test, ticket, -1, "untouched on error");

	back = NULL;
	KUNIT_EXPECT_EQ(test, safe_get_or_rest(queue(item, 1), &ticket, &back), 0);
	KUNIT_EXPECT_EQ(test, ticket, 8);
	KUNIT_EXPECT_PTR_EQ_MSG(test, back, (struct item *)NULL, "untouched on success");
}

static struct item static_item = { .ticket = 3 };

static struct parsed parse(const char *text)
{
	if (!*text)
		return safe_err_with(parsed, -EINVAL, REASON_EMPTY);
	if (text[1])
		return safe_err_with(parsed, -EINVAL, REASON_FULL);
	return safe_ok(parsed, &static_item);
}

static void rest_tells_why(struct kunit *test)
{
	enum reason reason = 0;
	struct item *item = NULL;

	KUNIT_EXPECT_EQ(test, safe_get_or_rest(parse(""), &item, &reason), -EINVAL);
	KUNIT_EXPECT_EQ(test, (int)reason, (int)REASON_EMPTY);
	KUNIT_EXPECT_EQ(test, safe_get_or_rest(parse("ab"), &item, &reason), -EINVAL);
	KUNIT_EXPECT_EQ(test, (int)reason, (int)REASON_FULL);
	KUNIT_EXPECT_PTR_EQ(test, item, (struct item *)NULL);
	KUNIT_EXPECT_EQ(test, safe_get_or_rest(parse("a"), &item, &reason), 0);
	KUNIT_EXPECT_PTR_EQ(test, item, &static_item);
}

/* Whoever only wants to know if it worked may ask. */
static void rest_can_be_tested(struct kunit *test)
{
	KUNIT_EXPECT_FALSE(test, safe_is_ok(parse("")));
	KUNIT_EXPECT_TRUE(test, safe_is_ok(parse("a")));
	KUNIT_EXPECT_EQ(test, safe_errno(parse("ab")), -EINVAL);
	KUNIT_EXPECT_EQ(test, safe_errno(parse("a")), 0);
}

static void rest_evaluates_once(struct kunit *test)
{
	static const char *const texts[] = { "a", "" };
	const char *const *t = texts;
	struct item *items[2] = { }, **i = items;
	enum reason reasons[2] = { }, *r = reasons;

	KUNIT_EXPECT_EQ(test, safe_get_or_rest(parse(*t++), i++, r), 0);
	KUNIT_EXPECT_PTR_EQ(test, t, texts + 1);
	KUNIT_EXPECT_PTR_EQ(test, i, items + 1);
	KUNIT_EXPECT_EQ(test, safe_get_or_rest(parse(*t++), i, r++), -EINVAL);
	KUNIT_EXPECT_PTR_EQ(test, t, texts + 2);
	KUNIT_EXPECT_PTR_EQ(test, r, reasons + 1);
}

static struct kunit_case rest_cases[] = {
	KUNIT_CASE(rest_ownership_comes_back),
	KUNIT_CASE(rest_tells_why),
	KUNIT_CASE(rest_can_be_tested),
	KUNIT_CASE(rest_evaluates_once),
	{},
};

static struct kunit_suite rest_suite = {
	.name = "safe_result_rest",
	.init = trace_init,
	.test_cases = rest_cases,
};
kunit_test_suite(rest_suite);

MODULE_DESCRIPTION("Tests of safe/result_rest.h");
MODULE_LICENSE("GPL");
