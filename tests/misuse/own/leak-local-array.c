// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

static noinline int foo_join(char *const *parts)
{
	return !strcmp(parts[0], parts[1]);
}

static int wrong(void)
{
	char *parts[2];
	int ret;

	parts[0] = kstrdup("left", GFP_KERNEL);
	if (!parts[0])
		return -ENOMEM;
	parts[1] = kstrdup("right", GFP_KERNEL);	/* { dg-note "allocated by 'kstrdup'" } */
	if (!parts[1]) {
		kfree(parts[0]);
		return -ENOMEM;
	}
	ret = foo_join(parts);
	kfree(parts[0]);
	return ret;	/* { dg-error "is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
}

static int right(void)
{
	char *parts[2];
	int ret;

	parts[0] = kstrdup("left", GFP_KERNEL);
	if (!parts[0])
		return -ENOMEM;
	parts[1] = kstrdup("right", GFP_KERNEL);
	if (!parts[1]) {
		kfree(parts[0]);
		return -ENOMEM;
	}
	ret = foo_join(parts);
	kfree(parts[1]);
	kfree(parts[0]);
	return ret;
}
