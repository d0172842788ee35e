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

static struct foo *current_foo;

static noinline int wrong_new(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	INIT_WORK(&foo->work, foo_work);
	current_foo = foo;
	queue_work(system_wq, &current_foo->work);
	flush_work(&current_foo->work);
	foo->id = id;	/* { dg-error "'id' is __set_once, but is written when others may see the object.*SAFE_E_SHARE_SET" } */
	must(atomic_read(&foo->seen) == id);
	return 0;
}

static noinline int right_new(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	INIT_WORK(&foo->work, foo_work);
	foo->id = id;
	current_foo = foo;
	queue_work(system_wq, &current_foo->work);
	flush_work(&current_foo->work);
	must(atomic_read(&foo->seen) == id);
	return 0;
}

static int wrong(void)
{
	int ret = wrong_new(3);

	kfree(current_foo);
	return ret;
}

static int right(void)
{
	int ret = right_new(3);

	kfree(current_foo);
	return ret;
}
