// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo.users == 0 */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct foo {
	int users;
	int level;
};

void foo_off(struct foo *__lowers foo);
int foo_on(struct foo *__raises_if("ret == 0", "foo_off") foo);
int foo_set(struct foo *foo, int level);

/* Others are to call it: this file has forgotten that altogether. */
void foo_off(struct foo *foo)
{
	foo->users--;
}

int foo_on(struct foo *foo)
{
	foo->users++;
	return 0;
}

int foo_set(struct foo *foo, int level)
{
	foo->level = level;
	return level > 8 ? -ERANGE : 0;
}

static noinline int start(struct foo *foo, int level)
{
	int ret = foo_on(foo);	/* { dg-note "done by 'foo_on'" } */

	if (ret)
		return ret;
	ret = foo_set(foo, level);
	if (ret)
		return ret;	/* { dg-warning "what 'foo_on' did is not undone here, where the function fails; call foo_off.*SAFE_E_NOT_UNDONE" } */
	return 0;
}

static int wrong(void)
{
	struct foo foo = { };
	int ret = start(&foo, 9);

	must(foo.users == 0);
	return ret;
}

static noinline int set_and_start(struct foo *foo, int level)
{
	int ret = foo_set(foo, level);

	if (ret)
		return ret;
	return foo_on(foo);
}

static int right(void)
{
	struct foo foo = { };
	int ret = set_and_start(&foo, 9);

	must(foo.users == 0);
	return ret;
}
