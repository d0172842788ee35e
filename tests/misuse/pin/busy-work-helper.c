// SPDX-License-Identifier: GPL-2.0
/* Runs into: ODEBUG: free active */
#include "../misuse.h"
#include <linux/workqueue.h>

struct foo {
	u32 id;
	struct work_struct work;
};

static void foo_work(struct work_struct *work)
{
	struct foo *foo = container_of(work, struct foo, work);

	WRITE_ONCE(foo->id, 1);
}

static struct foo *foo_new(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (foo)
		INIT_WORK(&foo->work, foo_work);
	return foo;
}


static void foo_kick(struct foo *foo)
{
	schedule_work(&foo->work);
}

static void foo_release(struct foo *foo)
{
	foo_kick(foo);
	kfree(foo);	/* { dg-error "'foo' is freed while its work is queued.*SAFE_E_PIN_BUSY" } */
}

static void foo_destroy(struct foo *foo)
{
	foo_kick(foo);
	flush_work(&foo->work);
	kfree(foo);
}

static int wrong(void)
{
	struct foo *foo = foo_new();

	if (!foo)
		return -ENOMEM;
	foo_release(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_new();

	if (!foo)
		return -ENOMEM;
	foo_destroy(foo);
	return 0;
}
