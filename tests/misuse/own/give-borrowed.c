// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

struct foo {
	int id;
};

struct foo_port {
	struct foo active;
};

struct foo *foo_active(struct foo_port *__borrowed port) __returns_borrowed;
void foo_send(struct foo *__takes foo);

struct foo *foo_active(struct foo_port *port)
{
	return &port->active;
}

void foo_send(struct foo *foo)
{
	kfree(foo);
}

static int wrong(void)
{
	struct foo_port *port = kzalloc(sizeof(*port), GFP_KERNEL);
	struct foo *foo;
	int id;

	if (!port)
		return -ENOMEM;
	foo = foo_active(port);	/* { dg-note "borrowed from 'foo_active'" } */
	foo_send(foo);	/* { dg-error "'foo' is given to 'foo_send', which takes it over, but is only borrowed.*SAFE_E_FREE_BORROWED" } */
	id = port->active.id;
	kfree(port);
	return id;
}

static int right(void)
{
	struct foo_port *port = kzalloc(sizeof(*port), GFP_KERNEL);
	struct foo *foo;
	int id;

	if (!port)
		return -ENOMEM;
	foo = kmemdup(foo_active(port), sizeof(*foo), GFP_KERNEL);
	if (foo)
		foo_send(foo);
	id = port->active.id;
	kfree(port);
	return id;
}
