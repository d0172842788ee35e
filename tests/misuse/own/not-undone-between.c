// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo.users == 0 */
#include "../misuse.h"

struct foo {
	int users;
	int level;
};

void foo_get(struct foo *foo);
void foo_put(struct foo *foo);
int foo_level(struct foo *foo, int level);

void foo_get(struct foo *foo)
{
	foo->users++;
}

void foo_put(struct foo *foo)
{
	foo->users--;
}

int foo_level(struct foo *foo, int level)
{
	foo->level = level;
	return level > 8 ? -ERANGE : 0;
}

static noinline int raise(struct foo *foo, int level)
{
	int ret;

	foo_get(foo);	/* { dg-note "done by 'foo_get'" } */
	ret = foo_level(foo, level);
	if (ret)
		return ret;	/* { dg-error "what 'foo_get' did is not undone here, where the function fails; call foo_put.*SAFE_E_NOT_UNDONE" } */
	ret = foo_level(foo, level + 1);
	foo_put(foo);	/* { dg-note "undone by 'foo_put' on another path" } */
	return ret;
}

static int wrong(void)
{
	struct foo foo = { };
	int ret = raise(&foo, 9);

	must(foo.users == 0);
	return ret;
}

static noinline int raise_and_put(struct foo *foo, int level)
{
	int ret;

	foo_get(foo);
	ret = foo_level(foo, level);
	if (!ret)
		ret = foo_level(foo, level + 1);
	foo_put(foo);
	return ret;
}

static int right(void)
{
	struct foo foo = { };
	int ret = raise_and_put(&foo, 9);

	must(foo.users == 0);
	return ret;
}
