// SPDX-License-Identifier: GPL-2.0
/* Runs into: ODEBUG: free active */
#include "../misuse.h"
#include <linux/timer.h>

struct foo {
	u32 id;
	struct timer_list timer;
};

static void foo_timeout(struct timer_list *timer)
{
}

static struct foo *foo_new(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (foo)
		timer_setup(&foo->timer, foo_timeout, 0);
	return foo;
}

static int foo_try(struct foo *foo)
{
	return foo->id ? 0 : -EIO;
}

static int wrong(void)
{
	struct foo *foo = foo_new();
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_try(foo);
	mod_timer(&foo->timer, jiffies + 1000 * HZ);
	if (ret)
		goto err_free;
	return 0;

err_free:
	kfree(foo);	/* { dg-error "'foo' is freed while its timer is running: call timer_delete_sync.. first.*SAFE_E_PIN_BUSY" } */
	return ret;
}

static int right(void)
{
	struct foo *foo = foo_new();
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_try(foo);
	mod_timer(&foo->timer, jiffies + 1000 * HZ);
	if (ret)
		goto err_stop;
	return 0;

err_stop:
	timer_delete_sync(&foo->timer);
	kfree(foo);
	return ret;
}
