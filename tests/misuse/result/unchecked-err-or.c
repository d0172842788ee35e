// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct port {
	int speed;
};

static struct port ports[2] = { { .speed = 10 }, { .speed = 100 } };

static struct port *find_port(unsigned int id) __returns_err;
static struct port *find_port(unsigned int id)
{
	return id < ARRAY_SIZE(ports) ? &ports[id] : ERR_PTR(-ENODEV);
}

/* What was probed once is taken to be there still. */
static noinline int speed_of(unsigned int id, bool probed)
{
	struct port *port = find_port(id);	/* { dg-note "returned by 'find_port'" } */

	if (!probed && IS_ERR(port))	/* { dg-note "this condition is false on the path" } */
		return PTR_ERR(port);
	return port->speed;	/* { dg-error "'port' is used but may be an error pointer: .*'find_port'.*SAFE_E_UNCHECKED_ERR" } */
}

static noinline int speed_or_error(unsigned int id, bool probed)
{
	struct port *port = find_port(id);

	if (IS_ERR(port))
		return probed ? -ESHUTDOWN : PTR_ERR(port);
	return port->speed;
}

static int wrong(void)
{
	return speed_of(2, true);
}

static int right(void)
{
	return speed_or_error(2, true);
}
