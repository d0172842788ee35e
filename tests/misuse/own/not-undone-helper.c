// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !the_bus.claimed */
#include "../misuse.h"

struct bus {
	bool claimed;
	int speed;
};

static struct bus the_bus;

int bus_claim(struct bus *bus);
void bus_unclaim(struct bus *bus);
int bus_speed(struct bus *bus, int speed);

int bus_claim(struct bus *bus)
{
	bus->claimed = true;
	return 0;
}

void bus_unclaim(struct bus *bus)
{
	bus->claimed = false;
}

int bus_speed(struct bus *bus, int speed)
{
	bus->speed = speed;
	return speed > 8 ? -ERANGE : 0;
}

struct foo {
	struct bus *bus;
	int speed;
};

static noinline void foo_cleanup(struct foo *foo)
{
	foo->speed = 0;
	bus_unclaim(foo->bus);
}

static noinline int foo_setup(struct foo *foo, int speed)
{
	int ret = bus_claim(foo->bus);	/* { dg-note "done by 'bus_claim'" } */

	if (ret)
		return ret;
	ret = bus_speed(foo->bus, speed);
	if (ret)
		return ret;	/* { dg-error "what 'bus_claim' did is not undone here, where the function fails; call .*SAFE_E_NOT_UNDONE" } */
	ret = bus_speed(foo->bus, speed + 1);
	if (ret)
		foo_cleanup(foo);	/* { dg-note "undone by 'foo_cleanup' on another path" } */
	return ret;
}

static int wrong(void)
{
	struct foo foo = { &the_bus };
	int ret = foo_setup(&foo, 9);

	must(!the_bus.claimed);
	return ret;
}

static noinline int foo_setup_or_not(struct foo *foo, int speed)
{
	int ret = bus_claim(foo->bus);

	if (ret)
		return ret;
	ret = bus_speed(foo->bus, speed);
	if (!ret)
		ret = bus_speed(foo->bus, speed + 1);
	if (ret)
		foo_cleanup(foo);
	return ret;
}

static int right(void)
{
	struct foo foo = { &the_bus };
	int ret = foo_setup_or_not(&foo, 9);

	must(!the_bus.claimed);
	return ret;
}
