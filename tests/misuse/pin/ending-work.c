// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: (slab-)?use-after-free */
/* Likely: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/workqueue.h>
#include <linux/delay.h>

struct foo {
	u32 id;
	struct work_struct work;
};

static void foo_work(struct work_struct *work)
{
	struct foo *foo = container_of(work, struct foo, work);

	msleep(200);
	WRITE_ONCE(foo->id, 1);
}

static struct foo *foo_start(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	INIT_WORK(&foo->work, foo_work);
	schedule_work(&foo->work);
	msleep(50);
	return foo;
}

static noinline void wrong_stop(struct foo *foo)
{
	cancel_work(&foo->work);	/* { dg-note "stopped, but its function may still run" } */
	kfree(foo);	/* { dg-warning "'foo' is freed while its work or timer may still be running.*SAFE_E_PIN_BUSY" } */
}

static noinline void right_stop(struct foo *foo)
{
	cancel_work_sync(&foo->work);
	kfree(foo);
}

static int wrong(void)
{
	struct foo *foo = foo_start();

	if (!foo)
		return -ENOMEM;
	wrong_stop(foo);
	msleep(400);
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_start();

	if (!foo)
		return -ENOMEM;
	right_stop(foo);
	msleep(400);
	return 0;
}
