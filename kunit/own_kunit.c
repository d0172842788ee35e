// SPDX-License-Identifier: GPL-2.0
/*
 * Tests of safe/own.h.
 *
 *	make check GROUP=kunit
 */
#include <linux/highmem.h>
#include <linux/module.h>

#include <safe/own.h>

#include "trace.h"

/* ---- an allocator that traces, and fails when it is told to ---- */

struct thing {
	char name;
};

static struct thing things[8];
static int things_made;
static int things_out;
static int fail_at;

static struct thing *thing_make(char name)
{
	struct thing *thing;

	if (fail_at && !--fail_at)
		return NULL;
	thing = &things[things_made++ % ARRAY_SIZE(things)];
	thing->name = name;
	things_out++;
	return thing;
}

static void thing_free(struct thing *thing)
{
	trace(thing->name);
	things_out--;
}

DEFINE_SAFE_OWN(thing_box, struct thing, thing_free)

#define new_thing(name)	safe_take_or_nomem(thing_box, thing_make(name))

static int own_init(struct kunit *test)
{
	things_made = 0;
	things_out = 0;
	fail_at = 0;
	return trace_init(test);
}

#define EXPECT_ALL_FREED(test)	KUNIT_EXPECT_EQ(test, things_out, 0)

/* ---- a variable ---- */

static int scope(void)
{
	CLASS(thing_box, a)(TRY(new_thing('a')));
	CLASS(thing_box, b)(TRY(new_thing('b')));
	CLASS(thing_box, c)(TRY(new_thing('c')));

	trace('k');
	return safe_borrow(a)->name + safe_borrow(b)->name + safe_borrow(c)->name;
}

static void own_freed_in_reverse(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, scope(), 'a' + 'b' + 'c');
	EXPECT_TRACE(test, "kcba");
	EXPECT_ALL_FREED(test);
}

static void own_each_allocation_fails(struct kunit *test)
{
	static const char *const freed[] = { "", "a", "ba" };

	for (int i = 0; i < ARRAY_SIZE(freed); i++) {
		fail_at = i + 1;
		KUNIT_EXPECT_EQ(test, scope(), -ENOMEM);
		EXPECT_TRACE(test, freed[i]);
		EXPECT_ALL_FREED(test);
	}
}

static struct thing_box kept;

static int move(bool keep)
{
	CLASS(thing_box, a)(TRY(new_thing('a')));

	if (keep)
		kept = safe_move(a);
	trace('k');
	return 0;
}

static void own_move(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, move(false), 0);
	EXPECT_TRACE(test, "ka");
	KUNIT_EXPECT_EQ(test, move(true), 0);
	EXPECT_TRACE(test, "k");
	KUNIT_EXPECT_EQ(test, things_out, 1);
	safe_drop(thing_box, kept);
	EXPECT_TRACE(test, "a");
	EXPECT_ALL_FREED(test);
}

static struct thing *give(void)
{
	CLASS(thing_box, a)(TRY(new_thing('a')));

	return safe_give(a);
}

static void own_give(struct kunit *test)
{
	struct thing *thing = give();

	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, thing);
	EXPECT_TRACE(test, "");
	KUNIT_EXPECT_EQ(test, things_out, 1);
	thing_free(thing);
	fail_at = 1;
	KUNIT_EXPECT_PTR_EQ(test, give(), (struct thing *)ERR_PTR(-ENOMEM));
}

/* A function that has taken ownership if and only if it succeeds. */
static int registered(struct thing *thing, int ret)
{
	trace(ret ? 'x' : 'r');
	return ret;
}

static int retain(int ret)
{
	CLASS(thing_box, a)(TRY(new_thing('a')));

	TRY(registered(safe_borrow(a), ret));
	safe_retain(a);
	return 0;
}

static void own_retain(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, retain(-EBUSY), -EBUSY);
	EXPECT_TRACE(test, "xa");
	EXPECT_ALL_FREED(test);
	KUNIT_EXPECT_EQ(test, retain(0), 0);
	EXPECT_TRACE(test, "r");
	KUNIT_EXPECT_EQ(test, things_out, 1);
}

static int drop(void)
{
	CLASS(thing_box, a)(TRY(new_thing('a')));
	CLASS(thing_box, b)(TRY(new_thing('b')));

	safe_drop(thing_box, a);
	trace('k');
	return 0;
}

static void own_drop(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, drop(), 0);
	EXPECT_TRACE(test, "akb");
	EXPECT_ALL_FREED(test);
}

static void own_empty(struct kunit *test)
{
	struct thing_box none = {};

	KUNIT_EXPECT_TRUE(test, safe_is_empty(none));
	safe_drop(thing_box, none);
	EXPECT_TRACE(test, "");
}

static int empty_after(bool moved)
{
	CLASS(thing_box, a)(TRY(new_thing('a')));
	struct thing_box b = {};

	if (moved)
		b = safe_move(a);
	if (safe_is_empty(a)) {
		safe_drop(thing_box, b);
		return 1;
	}
	return safe_borrow(a)->name;
}

static void own_is_empty(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, empty_after(true), 1);
	KUNIT_EXPECT_EQ(test, empty_after(false), (int)'a');
	EXPECT_TRACE(test, "aa");
	EXPECT_ALL_FREED(test);
}

static int in_loop(int n, int stop)
{
	for (int i = 0; i < n; i++) {
		CLASS(thing_box, box)(TRY(new_thing('a' + i)));

		if (i == 0)
			continue;
		if (i == stop)
			break;
		trace('k');
	}
	return 0;
}

static void own_in_loop(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, in_loop(4, 2), 0);
	EXPECT_TRACE(test, "akbc");
	EXPECT_ALL_FREED(test);
	fail_at = 3;
	KUNIT_EXPECT_EQ(test, in_loop(4, 4), -ENOMEM);
	EXPECT_TRACE(test, "akb");
	EXPECT_ALL_FREED(test);
}

/* ---- results ---- */

static struct thing_box_result make(char name)
{
	CLASS(thing_box, box)(TRY(new_thing(name), thing_box_result));

	if (name == 'x')
		return safe_err(thing_box_result, -EINVAL);
	return safe_ok(thing_box_result, safe_move(box));
}

static int use_result(char name)
{
	CLASS(thing_box, box)(TRY(make(name)));

	trace('k');
	return safe_borrow(box)->name;
}

static void own_result(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, use_result('a'), (int)'a');
	EXPECT_TRACE(test, "ka");
	KUNIT_EXPECT_EQ(test, use_result('x'), -EINVAL);
	EXPECT_TRACE(test, "x");
	fail_at = 1;
	KUNIT_EXPECT_EQ(test, use_result('a'), -ENOMEM);
	EXPECT_TRACE(test, "");
	EXPECT_ALL_FREED(test);
}

static void own_size(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, sizeof(struct thing_box), sizeof(void *));
	KUNIT_EXPECT_EQ(test, sizeof(struct thing_box_result), sizeof(void *));
}

/* ---- fields and arrays ---- */

struct pair {
	struct thing_box first;
	struct thing_box second;
};

static int fill(struct pair *pair)
{
	pair->first = TRY(new_thing('a'));
	pair->second = TRY(new_thing('b'));
	return 0;
}

static void pair_drop(struct pair *pair)
{
	safe_drop(thing_box, pair->second);
	safe_drop(thing_box, pair->first);
}

static void own_fields(struct kunit *test)
{
	struct pair pair = {};

	KUNIT_EXPECT_EQ(test, fill(&pair), 0);
	pair_drop(&pair);
	EXPECT_TRACE(test, "ba");
	pair_drop(&pair);
	EXPECT_TRACE(test, "");

	fail_at = 2;
	KUNIT_EXPECT_EQ(test, fill(&pair), -ENOMEM);
	KUNIT_EXPECT_TRUE(test, safe_is_empty(pair.second));
	pair_drop(&pair);
	EXPECT_TRACE(test, "a");
	EXPECT_ALL_FREED(test);
}

static void own_evaluates_once(struct kunit *test)
{
	struct thing_box boxes[4] = {}, *b = boxes;
	struct thing *list[] = { &things[0], &things[1] }, **l = list;
	struct thing_box box;

	for (int i = 0; i < ARRAY_SIZE(boxes); i++)
		boxes[i] = safe_take(thing_box, thing_make('a' + i));

	KUNIT_EXPECT_EQ(test, safe_borrow(*b++)->name, 'a');
	KUNIT_EXPECT_PTR_EQ(test, b, boxes + 1);
	box = safe_move(*b++);
	KUNIT_EXPECT_PTR_EQ(test, b, boxes + 2);
	safe_drop(thing_box, box);
	thing_free(safe_give(*b++));
	KUNIT_EXPECT_PTR_EQ(test, b, boxes + 3);
	safe_drop(thing_box, *b++);
	KUNIT_EXPECT_PTR_EQ(test, b, boxes + 4);
	KUNIT_EXPECT_TRUE(test, safe_is_empty(*--b));
	KUNIT_EXPECT_PTR_EQ(test, b, boxes + 3);
	EXPECT_TRACE(test, "bcd");

	box = safe_take(thing_box, *l++);
	KUNIT_EXPECT_PTR_EQ(test, l, list + 1);
	KUNIT_EXPECT_PTR_EQ(test, safe_give(box), &things[0]);
	KUNIT_EXPECT_EQ(test, safe_errno(safe_take_or_nomem(thing_box, *l++)), 0);
	KUNIT_EXPECT_PTR_EQ(test, l, list + 2);
}

/* ---- the kernel's allocators ---- */

struct block {
	u32 words[16];
};

DEFINE_SAFE_OWN(slab_box, struct block, kfree)
DEFINE_SAFE_OWN(secret_box, struct block, kfree_sensitive)
DEFINE_SAFE_OWN(kv_array, struct block, kvfree)
DEFINE_SAFE_OWN(v_box, struct block, vfree)
DEFINE_SAFE_OWN(string, char, kfree)
static struct kmem_cache *block_cache;
DEFINE_SAFE_OWN_CACHE(cache_box, struct block, block_cache)
DEFINE_SAFE_OWN_PAGES(one_page, 0)
DEFINE_SAFE_OWN_PAGES(four_pages, 2)
DEFINE_SAFE_OWN_DEVM(devm_box, struct block)

/* Writes all of it, so that KASAN has something to say. */
static int touch(struct block *block, size_t n, bool zeroed)
{
	int sum = 0;

	for (size_t i = 0; zeroed && i < n * ARRAY_SIZE(block->words); i++)
		sum |= block->words[i];
	memset(block, 0xa5, n * sizeof(*block));
	return sum;
}

/* An allocation may fail, under fault injection: then there is nothing to test. */
#define EXPECT_OK_OR_SKIP(test, call) do {			\
	int _ret = (call);					\
								\
	if (_ret == -ENOMEM)					\
		kunit_skip(test, "no memory");			\
	KUNIT_EXPECT_EQ(test, _ret, 0);				\
} while (0)

static int use_slab(void)
{
	CLASS(slab_box, a)(TRY(safe_kmalloc(slab_box, GFP_KERNEL)));
	CLASS(slab_box, b)(TRY(safe_kzalloc(slab_box, GFP_KERNEL)));
	CLASS(slab_box, c)(TRY(safe_kcalloc(slab_box, 10, GFP_KERNEL)));
	CLASS(secret_box, d)(TRY(safe_kzalloc(secret_box, GFP_KERNEL)));
	CLASS(string, s)(TRY(safe_take_or_nomem(string, kstrdup("text", GFP_KERNEL))));

	return touch(safe_borrow(a), 1, false) | touch(safe_borrow(b), 1, true) |
	       touch(safe_borrow(c), 10, true) | touch(safe_borrow(d), 1, true) |
	       strcmp(safe_borrow(s), "text");
}

static void own_kmalloc(struct kunit *test)
{
	EXPECT_OK_OR_SKIP(test, use_slab());
}

static int use_kvmalloc(void)
{
	CLASS(kv_array, a)(TRY(safe_kvzalloc(kv_array, GFP_KERNEL)));
	CLASS(kv_array, b)(TRY(safe_kvcalloc(kv_array, 10000, GFP_KERNEL)));
	CLASS(kv_array, c)(TRY(safe_kzalloc(kv_array, GFP_KERNEL)));
	CLASS(kv_array, d)(TRY(safe_vzalloc(kv_array)));

	return touch(safe_borrow(a), 1, true) | touch(safe_borrow(b), 10000, true) |
	       touch(safe_borrow(c), 1, true) | touch(safe_borrow(d), 1, true);
}

static void own_kvmalloc(struct kunit *test)
{
	EXPECT_OK_OR_SKIP(test, use_kvmalloc());
}

static int use_vmalloc(void)
{
	CLASS(v_box, a)(TRY(safe_vzalloc(v_box)));
	CLASS(v_box, b)(TRY(safe_vcalloc(v_box, 1000)));

	return touch(safe_borrow(a), 1, true) | touch(safe_borrow(b), 1000, true);
}

static void own_vmalloc(struct kunit *test)
{
	EXPECT_OK_OR_SKIP(test, use_vmalloc());
}

static int use_cache(void)
{
	CLASS(cache_box, a)(TRY(safe_kmem_cache_alloc(cache_box, GFP_KERNEL)));
	CLASS(cache_box, b)(TRY(safe_kmem_cache_zalloc(cache_box, GFP_KERNEL)));

	return touch(safe_borrow(a), 1, false) | touch(safe_borrow(b), 1, true);
}

static void own_kmem_cache(struct kunit *test)
{
	int ret;

	block_cache = kmem_cache_create("safe_own_kunit", sizeof(struct block), 0, 0, NULL);
	if (!block_cache)
		kunit_skip(test, "no memory");
	ret = use_cache();
	/* Complains if an object is still out. */
	kmem_cache_destroy(block_cache);
	EXPECT_OK_OR_SKIP(test, ret);
}

static int use_pages(void)
{
	CLASS(one_page, one)(TRY(safe_alloc_pages(one_page, GFP_KERNEL)));
	CLASS(four_pages, four)(TRY(safe_alloc_pages(four_pages, GFP_KERNEL)));

	clear_page(page_address(safe_borrow(one)));
	memset(page_address(safe_borrow(four)), 0xa5, 4 * PAGE_SIZE);
	return 0;
}

static void own_pages(struct kunit *test)
{
	EXPECT_OK_OR_SKIP(test, use_pages());
}

static int use_devm(struct device *dev)
{
	struct devm_box a = TRY(safe_devm_kzalloc(devm_box, dev, GFP_KERNEL));
	struct devm_box b = TRY(safe_devm_kcalloc(devm_box, dev, 10, GFP_KERNEL));

	return touch(safe_borrow(a), 1, true) | touch(safe_borrow(b), 10, true);
}

static void device_free(struct device *dev)
{
	trace('d');
	kfree(dev);
}

static void own_devm(struct kunit *test)
{
	struct device *dev = kzalloc(sizeof(*dev), GFP_KERNEL);
	int ret;

	if (!dev)
		kunit_skip(test, "no memory");
	dev->release = device_free;
	device_initialize(dev);
	ret = use_devm(dev);
	/* Frees what the device owns, says kmemleak. */
	put_device(dev);
	EXPECT_TRACE(test, "d");
	EXPECT_OK_OR_SKIP(test, ret);
}

static void own_array_too_large(struct kunit *test)
{
	CLASS(slab_box, slab)(safe_take(slab_box, NULL));
	CLASS(kv_array, kv)(safe_take(kv_array, NULL));
	CLASS(v_box, v)(safe_take(v_box, NULL));

	KUNIT_EXPECT_EQ(test, safe_get(safe_kcalloc(slab_box, SIZE_MAX, GFP_KERNEL), &slab),
			-ENOMEM);
	KUNIT_EXPECT_EQ(test, safe_get(safe_kvcalloc(kv_array, SIZE_MAX / 8, GFP_KERNEL), &kv),
			-ENOMEM);
	KUNIT_EXPECT_EQ(test, safe_get(safe_vcalloc(v_box, SIZE_MAX / 2), &v), -ENOMEM);
}

static struct kunit_case own_cases[] = {
	KUNIT_CASE(own_freed_in_reverse),
	KUNIT_CASE(own_each_allocation_fails),
	KUNIT_CASE(own_move),
	KUNIT_CASE(own_give),
	KUNIT_CASE(own_retain),
	KUNIT_CASE(own_drop),
	KUNIT_CASE(own_empty),
	KUNIT_CASE(own_is_empty),
	KUNIT_CASE(own_in_loop),
	KUNIT_CASE(own_result),
	KUNIT_CASE(own_size),
	KUNIT_CASE(own_fields),
	KUNIT_CASE(own_evaluates_once),
	KUNIT_CASE(own_kmalloc),
	KUNIT_CASE(own_kvmalloc),
	KUNIT_CASE(own_vmalloc),
	KUNIT_CASE(own_kmem_cache),
	KUNIT_CASE(own_pages),
	KUNIT_CASE(own_devm),
	KUNIT_CASE(own_array_too_large),
	{},
};

static struct kunit_suite own_suite = {
	.name = "safe_own",
	.init = own_init,
	.test_cases = own_cases,
};
kunit_test_suite(own_suite);

MODULE_DESCRIPTION("Tests of safe/own.h");
MODULE_LICENSE("GPL");
