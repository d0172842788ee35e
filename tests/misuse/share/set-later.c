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

static noinline int wrong_start(struct foo *foo, int id)
{
	schedule_work(&foo->work);
	flush_work(&foo->work);
	foo->id = id;	/* { dg-error "'id' is __set_once, but is written when others may see the object.*SAFE_E_SHARE_SET" } */
	must(atomic_read(&foo->seen) == id);
	return 0;
}

static noinline struct foo *foo_init(struct foo *foo, int id)
{
	INIT_WORK(&foo->work, foo_work);
	foo->id = id;
	return foo;
}

static noinline int right_start(struct foo *foo)
{
	schedule_work(&foo->work);
	flush_work(&foo->work);
	must(atomic_read(&foo->seen) == foo->id);
	return 0;
}

static int wrong(void)
{
	return wrong_start(foo_init(&the_foo, 1), 2);
}

static int right(void)
{
	return right_start(foo_init(&the_foo, 2));
}
