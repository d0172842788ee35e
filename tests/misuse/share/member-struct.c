// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: sum == 0 */
#include "../misuse.h"
#include <linux/workqueue.h>

struct foo_stats {
	u32 good, bad;
};

struct __shared_type foo {
	struct work_struct work;
	struct foo_stats stats;	/* { dg-error "'stats' of the shared struct 'foo' has no guard.*SAFE_E_SHARE_MEMBER" } */
};

static struct foo shared;

static void foo_work(struct work_struct *work)
{
	shared.stats.good++;
	shared.stats.bad--;
}

struct __shared_type bar_stats {
	atomic_t good, bad;
};

struct __shared_type bar {
	struct work_struct work;
	struct bar_stats stats;
};

static struct bar better;

static void bar_work(struct work_struct *work)
{
	atomic_inc(&better.stats.good);
}

static int wrong(void)
{
	u32 sum;

	INIT_WORK(&shared.work, foo_work);
	sum = shared.stats.good;
	schedule_work(&shared.work);
	flush_work(&shared.work);
	sum += shared.stats.bad;
	must(sum == 0);
	return 0;
}

static int right(void)
{
	INIT_WORK(&better.work, bar_work);
	schedule_work(&better.work);
	flush_work(&better.work);
	must(atomic_read(&better.stats.good) == 1);
	return 0;
}
