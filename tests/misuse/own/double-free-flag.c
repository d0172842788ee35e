// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

/* Whether it releases anything, an argument says. */
static noinline void foo_finish(char *reply, bool last)
{
	pr_debug("reply %s\n", reply);
	if (last)
		kfree(reply);
}

static int wrong(void)
{
	char *reply = kstrdup("ok", GFP_KERNEL);

	if (!reply)
		return -ENOMEM;
	foo_finish(reply, false);
	foo_finish(reply, true);	/* { dg-note "released by 'kfree'" } */
	kfree(reply);	/* { dg-error "'reply' is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
	return 0;
}

static int right(void)
{
	char *reply = kstrdup("ok", GFP_KERNEL);

	if (!reply)
		return -ENOMEM;
	foo_finish(reply, false);
	foo_finish(reply, false);
	foo_finish(reply, true);
	return 0;
}
