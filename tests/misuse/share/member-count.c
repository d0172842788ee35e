// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: shared.users == 2 */
#include "../misuse.h"
#include <linux/workqueue.h>

struct __shared_type foo {
	struct work_struct work;
	int users;	/* { dg-error "'users' of the shared struct 'foo' has no guard.*SAFE_E_SHARE_MEMBER" } */
};

static struct foo shared;

static void foo_work(struct work_struct *work)
{
	shared.users++;
}

struct __shared_type bar {
	struct work_struct work;
	atomic_t users;
};

static struct bar better;

static void bar_work(struct work_struct *work)
{
	atomic_inc(&better.users);
}

/* The other context comes in between reading and writing. */
static int wrong(void)
{
	int users;

	INIT_WORK(&shared.work, foo_work);
	users = READ_ONCE(shared.users);
	schedule_work(&shared.work);
	flush_work(&shared.work);
	WRITE_ONCE(shared.users, users + 1);
	must(shared.users == 2);
	return 0;
}

static int right(void)
{
	INIT_WORK(&better.work, bar_work);
	schedule_work(&better.work);
	flush_work(&better.work);
	atomic_inc(&better.users);
	must(atomic_read(&better.users) == 2);
	return 0;
}
