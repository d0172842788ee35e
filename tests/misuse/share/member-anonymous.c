// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !shared.pending */
#include "../misuse.h"
#include <linux/workqueue.h>

struct __shared_type foo {
	struct work_struct work;
	struct {
		bool pending;	/* { dg-error "'pending' of the shared struct 'foo' has no guard.*SAFE_E_SHARE_MEMBER" } */
	};
};

static struct foo shared;

static void foo_work(struct work_struct *work)
{
	shared.pending = true;
}

struct __shared_type bar {
	struct work_struct work;
	struct {
		atomic_t pending;
	};
};

static struct bar better;

static void bar_work(struct work_struct *work)
{
	atomic_set(&better.pending, 1);
}

static int wrong(void)
{
	INIT_WORK(&shared.work, foo_work);
	if (!shared.pending) {
		schedule_work(&shared.work);
		flush_work(&shared.work);
		must(!shared.pending);
	}
	return 0;
}

static int right(void)
{
	INIT_WORK(&better.work, bar_work);
	schedule_work(&better.work);
	flush_work(&better.work);
	must(atomic_cmpxchg(&better.pending, 1, 0) == 1);
	return 0;
}
