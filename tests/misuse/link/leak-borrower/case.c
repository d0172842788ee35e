// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL); /* { dg-note "allocated by 'kzalloc'" } */
	int sum;

	if (!foo)
		return -ENOMEM;
	sum = foo_sum(foo, 3);	/* { dg-note "passed to 'foo_sum'" } */
	if (sum == 3)
		return -EINVAL;	/* { dg-warning "'foo' is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
	kfree(foo);
	return sum;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int sum;

	if (!foo)
		return -ENOMEM;
	sum = foo_sum(foo, 3);
	if (sum == 3)
		sum = -EINVAL;
	kfree(foo);
	return sum;
}
