// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo.users == 0 */
#include "../misuse.h"

struct foo {
	int users;
	int level;
	struct foo *chain;
};

struct foo *foo_get(struct foo *foo);
void foo_put(struct foo *foo);
int foo_level(struct foo *foo, int level);

struct foo *foo_get(struct foo *foo)
{
	foo->users++;
	return foo;
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
	struct foo *chain = NULL;
	int ret;

	if (level > 4) {
		chain = foo->chain;
		foo_get(chain);	/* { dg-note "done by 'foo_get'" } */
		ret = foo_level(foo, level);
		if (ret)
			return ret;	/* { dg-error "what 'foo_get' did is not undone here, where the function fails; call foo_put.*SAFE_E_NOT_UNDONE" } */
	}
	foo->level++;
	if (chain)
		foo_put(chain);	/* { dg-note "undone by 'foo_put' on another path" } */
	return 0;
}

static int wrong(void)
{
	struct foo foo = { };
	int ret;

	foo.chain = &foo;
	ret = raise(&foo, 9);
	must(foo.users == 0);
	return ret;
}

static noinline int raise_and_put(struct foo *foo, int level)
{
	struct foo *chain = NULL;
	int ret = 0;

	if (level > 4) {
		chain = foo->chain;
		foo_get(chain);
		ret = foo_level(foo, level);
	}
	foo->level++;
	if (chain)
		foo_put(chain);
	return ret;
}

static int right(void)
{
	struct foo foo = { };
	int ret;

	foo.chain = &foo;
	ret = raise_and_put(&foo, 9);
	must(foo.users == 0);
	return ret;
}
