// SPDX-License-Identifier: GPL-2.0
/*
 * Passes as long as no allocation fails: failing each of them must tell which
 * case takes it badly.
 */
#include <kunit/test.h>
#include <linux/module.h>
#include <linux/slab.h>

static void careful(struct kunit *test)
{
	char *p = kmalloc(16, GFP_KERNEL);

	if (!p)
		kunit_skip(test, "no memory");
	kfree(p);
}

static void leaks_the_first(struct kunit *test)
{
	char *first, *second;

	first = kmalloc(64, GFP_KERNEL);
	if (!first)
		kunit_skip(test, "no memory");
	second = kmalloc(500, GFP_KERNEL);
	if (!second)
		kunit_skip(test, "no memory");
	kfree(second);
	kfree(first);
}

static void insists(struct kunit *test)
{
	char *p = kmalloc(16, GFP_KERNEL);

	KUNIT_EXPECT_TRUE(test, p);
	kfree(p);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(careful),
	KUNIT_CASE(leaks_the_first),
	KUNIT_CASE(insists),
	{}
};

static struct kunit_suite suite = {
	.name = "careless",
	.test_cases = cases,
};
kunit_test_suite(suite);

MODULE_DESCRIPTION("Takes failing allocations badly");
MODULE_LICENSE("GPL");
