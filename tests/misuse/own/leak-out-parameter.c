// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*foo_open */
#include "../misuse.h"

struct foo {
	int version;
};

int foo_open(struct foo *__owned * out, int version) __released_by("foo_close");
void foo_close(struct foo *__takes foo);

int foo_open(struct foo **out, int version)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo->version = version;
	*out = foo;
	return 0;
}

void foo_close(struct foo *foo)
{
	kfree(foo);
}

static int wrong(void)
{
	struct foo *foo;
	int ret = foo_open(&foo, 1);	/* { dg-note "set by 'foo_open', to be released by the caller" } */

	if (ret)
		return ret;
	if (foo->version < 2)
		return -EOPNOTSUPP;	/* { dg-error "'foo' is leaked: the last pointer to it goes here; release it with foo_close.*SAFE_E_LEAK" } */
	foo_close(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo;
	int ret = foo_open(&foo, 1);

	if (ret)
		return ret;
	if (foo->version < 2)
		ret = -EOPNOTSUPP;
	foo_close(foo);
	return ret;
}
