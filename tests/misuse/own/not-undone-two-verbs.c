// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !foo.clock.prepared && !foo.clock.enabled */
#include "../misuse.h"

struct clock {
	bool prepared, enabled;
};

struct foo {
	struct clock clock;
	int rate;
};

int clock_prepare_enable(struct clock *clock);
void clock_disable_unprepare(struct clock *clock);
int foo_set_rate(struct foo *foo, int rate);

int clock_prepare_enable(struct clock *clock)
{
	clock->prepared = true;
	clock->enabled = true;
	return 0;
}

void clock_disable_unprepare(struct clock *clock)
{
	clock->enabled = false;
	clock->prepared = false;
}

int foo_set_rate(struct foo *foo, int rate)
{
	foo->rate = rate;
	return rate > 8 ? -EINVAL : 0;
}

/* A pointer tells of failure by what it is. */
static noinline struct foo *foo_new(struct foo *foo, int rate)
{
	int ret = clock_prepare_enable(&foo->clock);	/* { dg-note "done by 'clock_prepare_enable'" } */

	if (ret)
		return ERR_PTR(ret);
	ret = foo_set_rate(foo, rate);
	if (ret)
		return ERR_PTR(ret);	/* { dg-error "what 'clock_prepare_enable' did is not undone here, where the function fails; call clock_disable_unprepare.*SAFE_E_NOT_UNDONE" } */
	ret = foo_set_rate(foo, rate + 1);
	if (ret) {
		clock_disable_unprepare(&foo->clock);	/* { dg-note "undone by 'clock_disable_unprepare' on another path" } */
		return ERR_PTR(ret);
	}
	return foo;
}

static int wrong(void)
{
	struct foo foo = { };
	struct foo *made = foo_new(&foo, 9);

	must(!foo.clock.prepared && !foo.clock.enabled);
	return PTR_ERR_OR_ZERO(made);
}

static noinline struct foo *foo_new_or_not(struct foo *foo, int rate)
{
	int ret = clock_prepare_enable(&foo->clock);

	if (ret)
		return ERR_PTR(ret);
	ret = foo_set_rate(foo, rate);
	if (ret)
		goto disable;
	ret = foo_set_rate(foo, rate + 1);
	if (ret)
		goto disable;
	return foo;
disable:
	clock_disable_unprepare(&foo->clock);
	return ERR_PTR(ret);
}

static int right(void)
{
	struct foo foo = { };
	struct foo *made = foo_new_or_not(&foo, 9);

	must(!foo.clock.prepared && !foo.clock.enabled);
	return PTR_ERR_OR_ZERO(made);
}
