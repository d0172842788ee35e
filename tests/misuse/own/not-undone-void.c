// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo.users == 0 */
#include "../misuse.h"

struct foo {
	int users;
};

void foo_open(struct foo *foo);
void foo_close(struct foo *foo);
int foo_write(struct foo *foo, int what);
void foo_recover(struct foo *foo);

void foo_open(struct foo *foo)
{
	foo->users++;
}

void foo_close(struct foo *foo)
{
	foo->users--;
}

int foo_write(struct foo *foo, int what)
{
	return foo->users && what > 8 ? -EIO : 0;
}

void foo_recover(struct foo *foo)
{
	pr_info("%d users\n", foo->users);
}

static noinline void configure(struct foo *foo, int what)
{
	int ret;

	foo_open(foo);	/* { dg-note "done by 'foo_open'" } */
	ret = foo_write(foo, what);
	if (ret < 0) {
		foo_recover(foo);
		goto out;
	}
	foo_close(foo);	/* { dg-note "undone by 'foo_close' on another path" } */
out:	/* { dg-error "what 'foo_open' did is not undone here, where the function fails; call foo_close.*SAFE_E_NOT_UNDONE" } */
	return;
}

static int wrong(void)
{
	struct foo foo = { };

	configure(&foo, 9);
	must(foo.users == 0);
	return 0;
}

static noinline void configure_and_close(struct foo *foo, int what)
{
	foo_open(foo);
	if (foo_write(foo, what) < 0)
		foo_recover(foo);
	foo_close(foo);
}

static int right(void)
{
	struct foo foo = { };

	configure_and_close(&foo, 9);
	must(foo.users == 0);
	return 0;
}
