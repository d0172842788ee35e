// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret == -EPROBE_DEFER */
#include "../misuse.h"

struct clock {
	const char *name;
};

static struct clock bus_clock = { "bus" };

static struct clock *clock_get(const char *name) __returns_err;
static struct clock *clock_get(const char *name)
{
	return strcmp(name, bus_clock.name) ? ERR_PTR(-EPROBE_DEFER) : &bus_clock;
}

static noinline int wrong_probe(void)
{
	struct clock *bus, *core;

	bus = clock_get("bus");
	if (IS_ERR(bus))
		return PTR_ERR(bus);
	core = clock_get("core");
	if (IS_ERR(core))
		return PTR_ERR(bus);	/* { dg-error "'bus' is no error pointer here: its value is taken for an error code; is it another variable that failed\?.*SAFE_E_NOT_AN_ERROR" } */
	return 0;
}

static noinline int right_probe(void)
{
	struct clock *bus, *core;

	bus = clock_get("bus");
	if (IS_ERR(bus))
		return PTR_ERR(bus);
	core = clock_get("core");
	if (IS_ERR(core))
		return PTR_ERR(core);
	return 0;
}

static int wrong(void)
{
	int ret = wrong_probe();

	must(ret == -EPROBE_DEFER);
	return ret;
}

static int right(void)
{
	int ret = right_probe();

	must(ret == -EPROBE_DEFER);
	return ret;
}
