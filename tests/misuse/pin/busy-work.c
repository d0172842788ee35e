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


static int wrong(void)
{
	struct foo *foo = foo_new();

	if (!foo)
		return -ENOMEM;
	schedule_work(&foo->work);	/* { dg-note "queued" } */
	kfree(foo);	/* { dg-error "'foo' is freed while its work is queued: call cancel_work_sync.. first.*SAFE_E_PIN_BUSY" } */
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_new();

	if (!foo)
		return -ENOMEM;
	schedule_work(&foo->work);
	cancel_work_sync(&foo->work);
	kfree(foo);
	return 0;
}
