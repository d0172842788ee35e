// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

/* An error is dealt with, and then the function goes on as if there was none. */
static noinline int foo_merge(size_t n)
{
	u16 *low, *high;

	low = kmalloc(8, GFP_KERNEL);
	if (!low)
		return -ENOMEM;
	high = kmalloc_array(n, sizeof(*high), GFP_KERNEL | __GFP_NOWARN);
	if (!high)
		kfree(low);	/* { dg-note "released by 'kfree'" } */
	pr_debug("merging %zu entries\n", n);
	kfree(high);
	kfree(low);	/* { dg-error "'low' is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
	return 0;
}

static noinline int foo_merge_rightly(size_t n)
{
	u16 *low, *high;

	low = kmalloc(8, GFP_KERNEL);
	if (!low)
		return -ENOMEM;
	high = kmalloc_array(n, sizeof(*high), GFP_KERNEL | __GFP_NOWARN);
	if (!high) {
		kfree(low);
		return -ENOMEM;
	}
	pr_debug("merging %zu entries\n", n);
	kfree(high);
	kfree(low);
	return 0;
}

static int wrong(void)
{
	return foo_merge(SIZE_MAX);
}

static int right(void)
{
	return foo_merge_rightly(SIZE_MAX);
}
