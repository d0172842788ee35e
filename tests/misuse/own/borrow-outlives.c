// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

struct foo {
	char name[8];
};

const char *foo_name(const struct foo *__borrowed foo) __returns_borrowed;

const char *foo_name(const struct foo *foo)
{
	return foo->name;
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	const char *name;

	if (!foo)
		return -ENOMEM;
	name = foo_name(foo);	/* { dg-note "borrowed from 'foo_name'" } */
	kfree(foo);
	return name[0];	/* { dg-error "'name' is used after the object that lent it was released; take a copy, or release the owner later.*SAFE_E_BORROW_OUTLIVES" } */
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	const char *name;
	int first;

	if (!foo)
		return -ENOMEM;
	name = foo_name(foo);
	first = name[0];
	kfree(foo);
	return first;
}
