// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !foo.clock && !foo.power */
#include "../misuse.h"

struct foo {
	bool clock, power;
};

int foo_enable_clock(struct foo *foo);
void foo_disable_clock(struct foo *foo);
int foo_power_on(struct foo *foo);
void foo_power_off(struct foo *foo);
int foo_reset(struct foo *foo, int how);

int foo_enable_clock(struct foo *foo)
{
	foo->clock = true;
	return 0;
}

void foo_disable_clock(struct foo *foo)
{
	foo->clock = false;
}

int foo_power_on(struct foo *foo)
{
	foo->power = true;
	return 0;
}

void foo_power_off(struct foo *foo)
{
	foo->power = false;
}

int foo_reset(struct foo *foo, int how)
{
	return foo->power && how > 8 ? -EIO : 0;
}

static noinline int start(struct foo *foo, int how)
{
	int ret = foo_enable_clock(foo);

	if (ret)
		return ret;
	ret = foo_power_on(foo);	/* { dg-note "done by 'foo_power_on'" } */
	if (ret)
		goto disable;
	ret = foo_reset(foo, how);
	if (ret)
		goto disable;
	ret = foo_reset(foo, how + 1);
	if (ret)
		goto off;
	return 0;
off:
	foo_power_off(foo);	/* { dg-note "undone by 'foo_power_off' on another path" } */
disable:
	foo_disable_clock(foo);
	return ret;	/* { dg-error "what 'foo_power_on' did is not undone here, where the function fails; call foo_power_off.*SAFE_E_NOT_UNDONE" } */
}

static int wrong(void)
{
	struct foo foo = { };
	int ret = start(&foo, 9);

	must(!foo.clock && !foo.power);
	return ret;
}

static noinline int start_or_not(struct foo *foo, int how)
{
	int ret = foo_enable_clock(foo);

	if (ret)
		return ret;
	ret = foo_power_on(foo);
	if (ret)
		goto disable;
	ret = foo_reset(foo, how);
	if (ret)
		goto off;
	ret = foo_reset(foo, how + 1);
	if (ret)
		goto off;
	return 0;
off:
	foo_power_off(foo);
disable:
	foo_disable_clock(foo);
	return ret;
}

static int right(void)
{
	struct foo foo = { };
	int ret = start_or_not(&foo, 9);

	must(!foo.clock && !foo.power);
	return ret;
}
