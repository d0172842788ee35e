// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: */
#include <linux/refcount.h>
#include "../misuse.h"

struct foo {
	refcount_t refs;
};

static struct foo foo_bus = { .refs = REFCOUNT_INIT(1) };

struct foo *foo_bus_of(int id) __returns_borrowed;
struct foo *foo_get_bus(int id) __returns_owned __released_by("foo_put");
struct foo *foo_find_bus(int id) __returns_owned __released_by("foo_put");
void foo_put(struct foo *__puts foo);

struct foo *foo_bus_of(int id)
{
	return id < 0 ? NULL : &foo_bus;
}

struct foo *foo_find_bus(int id)
{
	return foo_bus_of(id);	/* { dg-error "is returned to be owned but is only borrowed.*SAFE_E_FREE_BORROWED" } */
}

struct foo *foo_get_bus(int id)
{
	struct foo *bus = foo_bus_of(id);

	if (bus)
		refcount_inc(&bus->refs);
	return bus;
}

void foo_put(struct foo *foo)
{
	if (foo && refcount_dec_and_test(&foo->refs))
		pr_debug("the bus is gone\n");
}

static int wrong(void)
{
	foo_put(foo_find_bus(1));
	return must(refcount_read(&foo_bus.refs) == 1);
}

static int right(void)
{
	foo_put(foo_get_bus(1));
	return must(refcount_read(&foo_bus.refs) == 1);
}
