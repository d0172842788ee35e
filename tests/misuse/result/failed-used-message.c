// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct foo {
	int id;
	u8 samples[KMALLOC_MAX_SIZE];
};

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL | __GFP_NOWARN); /* { dg-note "allocated by 'kzalloc'" } */

	if (!foo) {	/* { dg-note "it failed on this path" } */
		pr_err("no memory for foo %d\n", foo->id);	/* { dg-error "'foo' is NULL here: 'kzalloc' failed on this path.*SAFE_E_FAILED_USED" } */
		return -ENOMEM;
	}
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL | __GFP_NOWARN);

	if (!foo) {
		pr_err("no memory for foo\n");
		return -ENOMEM;
	}
	kfree(foo);
	return 0;
}
