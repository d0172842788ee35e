// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: (double-free or )?invalid-free */
#include "../misuse.h"

struct foo_stats {
	u64 packets;
};

struct foo {
	int id;
	struct foo_stats stats;
};

static void foo_stats_free(struct foo_stats *stats)
{
	pr_debug("%llu packets\n", stats->packets);
	kfree(stats);
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo_stats_free(&foo->stats);	/* { dg-error "is released by 'kfree' but points into an object, not to its start.*SAFE_E_FREE_FOREIGN" } */
	return 0;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	kfree(foo);
	return 0;
}
