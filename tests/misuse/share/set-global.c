// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: atomic_read */
#include "../misuse.h"
#include <linux/workqueue.h>

struct __shared_type foo {
	struct work_struct work;
	int id __set_once;
	atomic_t seen;
};

static void foo_work(struct work_struct *work)
{
	struct foo *foo = container_of(work, struct foo, work);

	atomic_set(&foo->seen, foo->id);
}

static struct foo the_foo;

static int wrong(void)
{
	INIT_WORK(&the_foo.work, foo_work);
	schedule_work(&the_foo.work);
	flush_work(&the_foo.work);
	the_foo.id++;	/* { dg-error "'id' is __set_once, but is written when others may see the object.*SAFE_E_SHARE_SET" } */
	must(atomic_read(&the_foo.seen) == the_foo.id);
	return 0;
}

static void foo_init(struct foo *foo, int id)
{
	INIT_WORK(&foo->work, foo_work);
	foo->id = id;
}

static int right(void)
{
	foo_init(&the_foo, 1);
	schedule_work(&the_foo.work);
	flush_work(&the_foo.work);
	must(atomic_read(&the_foo.seen) == the_foo.id);
	return 0;
}
