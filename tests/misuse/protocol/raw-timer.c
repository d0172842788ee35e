// SPDX-License-Identifier: GPL-2.0
/* Runs into: ODEBUG: assert_init not available */
#include "../misuse.h"
#include <linux/timer.h>

struct foo {
	int id;
	struct timer_list timer;
};

static void foo_timeout(struct timer_list *timer)
{
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	timer_delete_sync(&foo->timer);	/* { dg-error "'&foo->timer' is passed to 'timer_delete_sync' but was never initialised: call timer_setup.. first.*SAFE_E_PROTOCOL_RAW" } */
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	timer_setup(&foo->timer, foo_timeout, 0);
	timer_delete_sync(&foo->timer);
	kfree(foo);
	return 0;
}
