// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: first == second */
#include "../misuse.h"
#include <linux/workqueue.h>
#include <linux/spinlock.h>

struct __shared_type foo {
	struct work_struct work;
	u32 half[2];	/* { dg-error "'half' of the shared struct 'foo' has no guard.*SAFE_E_SHARE_MEMBER" } */
};

static struct foo shared;

static void foo_work(struct work_struct *work)
{
	shared.half[0]++;
	shared.half[1]++;
}

struct __shared_type bar {
	struct work_struct work;
	const u32 half[2];
};

static struct bar better;

static void bar_work(struct work_struct *work)
{
	pr_info("%u\n", better.half[0]);
}

static int wrong(void)
{
	u32 first, second;

	INIT_WORK(&shared.work, foo_work);
	first = shared.half[0];
	schedule_work(&shared.work);
	flush_work(&shared.work);
	second = shared.half[1];
	must(first == second);
	return 0;
}

static int right(void)
{
	u32 first, second;

	INIT_WORK(&better.work, bar_work);
	first = better.half[0];
	schedule_work(&better.work);
	flush_work(&better.work);
	second = better.half[1];
	must(first == second);
	return 0;
}
