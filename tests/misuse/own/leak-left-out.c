// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"
#include "../left_out.h"

struct foo {
	int value;
};

#ifdef CONFIG_UML
bool foo_powered(void)
{
	return true;
}
#endif

static int foo_check(int value)
{
	return value > 8 ? -ERANGE : 0;
}

static int wrong(void)
{
	struct foo *foo;
	int ret;

	if (!foo_powered())
		return -ENODEV;
	foo = kzalloc(sizeof(*foo), GFP_KERNEL);	/* { dg-note "allocated by 'k.*alloc" } */
	if (!foo)
		return -ENOMEM;
	foo->value = 9;
	ret = foo_check(foo->value);
	if (ret)
		return ret;	/* { dg-error "'foo' is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo;
	int ret;

	if (!foo_powered())
		return -ENODEV;
	foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	if (!foo)
		return -ENOMEM;
	foo->value = 9;
	ret = foo_check(foo->value);
	kfree(foo);
	return ret;
}
