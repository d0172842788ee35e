// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

struct foo_port {
	int id;
};

struct foo {
	int state;
	struct foo_port port;
};

static struct foo_port *foo_open(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	return foo ? &foo->port : NULL;
}

static int wrong(void)
{
	struct foo_port *port = foo_open();

	if (!port)
		return -ENODEV;
	kfree(container_of(port, struct foo, port));	/* { dg-note "released by 'kfree'" } */
	return port->id;	/* { dg-error "'port' is used after it was released by 'kfree'.*SAFE_E_USE_AFTER_FREE" } */
}

static int right(void)
{
	struct foo_port *port = foo_open();
	int id;

	if (!port)
		return -ENODEV;
	id = port->id;
	kfree(container_of(port, struct foo, port));
	return id;
}
