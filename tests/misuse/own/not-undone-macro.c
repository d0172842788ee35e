// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo.pins == 0 */
#include "../misuse.h"

struct foo {
	int pins;
};

void __foo_pin(struct foo *foo, int n);
void __foo_unpin(struct foo *foo, int n);
int foo_copy(struct foo *foo, int n);

#define foo_pin(foo)	__foo_pin(foo, 1)
#define foo_unpin(foo)	__foo_unpin(foo, 1)

#define or_leave(ret)	do { int __ret = (ret); if (__ret) return __ret; } while (0)

void __foo_pin(struct foo *foo, int n)
{
	foo->pins += n;
}

void __foo_unpin(struct foo *foo, int n)
{
	foo->pins -= n;
}

int foo_copy(struct foo *foo, int n)
{
	return foo->pins && n > 8 ? -EFAULT : 0;
}

static noinline int copy(struct foo *foo, int n)
{
	foo_pin(foo);	/* { dg-note "done by '__foo_pin'" } */
	or_leave(foo_copy(foo, n));	/* { dg-error "what '__foo_pin' did is not undone here, where the function fails; call __foo_unpin.*SAFE_E_NOT_UNDONE" } */
	foo_unpin(foo);	/* { dg-note "undone by '__foo_unpin' on another path" } */
	return 0;
}

static int wrong(void)
{
	struct foo foo = { };
	int ret = copy(&foo, 9);

	must(foo.pins == 0);
	return ret;
}

static noinline int copy_and_unpin(struct foo *foo, int n)
{
	int ret;

	foo_pin(foo);
	ret = foo_copy(foo, n);
	foo_unpin(foo);
	or_leave(ret);
	return 0;
}

static int right(void)
{
	struct foo foo = { };
	int ret = copy_and_unpin(&foo, 9);

	must(foo.pins == 0);
	return ret;
}
