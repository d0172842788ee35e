// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

struct foo {
	char name[8];
	int users;
};

/* A pointer to a member is gone with the whole. */
static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int *users;

	if (!foo)
		return -ENOMEM;
	users = &foo->users;
	kfree(foo);	/* { dg-note "released by 'kfree'" } */
	return *users;	/* { dg-error "'users' is used after it was released by 'kfree'.*SAFE_E_USE_AFTER_FREE" } */
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int *users, count;

	if (!foo)
		return -ENOMEM;
	users = &foo->users;
	count = *users;
	kfree(foo);
	return count;
}
