// SPDX-License-Identifier: GPL-2.0
/* Runs into: BUG: |INFO: trying to register|KASAN */
#include "../misuse.h"
#include <linux/completion.h>

struct foo {
	int id;
	struct completion done;
};

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	complete(&foo->done);	/* { dg-error "'&foo->done' is passed to 'complete' but was never initialised: call init_completion.. first.*SAFE_E_PROTOCOL_RAW" } */
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	init_completion(&foo->done);
	complete(&foo->done);
	kfree(foo);
	return 0;
}
