// SPDX-License-Identifier: GPL-2.0
/* Runs into: ODEBUG|must: !ticking|KASAN */
#include "../misuse.h"
#include "../timer_names.h"
#include <linux/delay.h>

struct foo {
	struct timer_list timer;
	int n;
};

static bool ticking;

static void foo_timeout(struct timer_list *timer)
{
	ticking = true;
}

static noinline int wrong_wait(void)
{
	struct foo foo = { .n = 1 };

	timer_setup(&foo.timer, foo_timeout, 0);
	mod_timer(&foo.timer, jiffies + 2);	/* { dg-error "'foo' is on the stack and is given to another context.*SAFE_E_SHARE_STACK" } */
	return foo.n;
}

static noinline int right_wait(void)
{
	struct foo foo = { .n = 1 };

	timer_setup_on_stack(&foo.timer, foo_timeout, 0);
	mod_timer(&foo.timer, jiffies + 2);
	timer_delete_sync(&foo.timer);
	destroy_timer_on_stack(&foo.timer);
	return foo.n;
}

static int wrong(void)
{
	wrong_wait();
	msleep(100);
	must(!ticking);
	return 0;
}

static int right(void)
{
	right_wait();
	msleep(100);
	must(!ticking);
	return 0;
}
