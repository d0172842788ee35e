// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Objects that outlive their scope, because its cleanup no longer has them. */
#include <linux/cleanup.h>
#include <linux/container_of.h>
#include <linux/err.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo_port {
	int id;
};

struct foo {
	struct list_head node;
	struct foo_port port;
	char *name;
	int refs;
};

struct bus {
	struct list_head foos;
	struct foo *active;
	struct foo *slots[4];
};

int foo_check(const struct foo *foo);

static void foo_free(struct foo *foo)
{
	kfree(foo->name);
	kfree(foo);
}

DEFINE_FREE(foo_free, struct foo *, IS_ERR_OR_NULL(_T) ? (void)0 : foo_free(_T))

static struct foo *foo_get(struct foo *foo)
{
	foo->refs++;
	return foo;
}

static void foo_put(struct foo *foo)
{
	if (!--foo->refs)
		foo_free(foo);
}

DEFINE_FREE(foo_put, struct foo *, _T ? foo_put(_T) : (void)0)

/* The out-parameter gets it, the variable is empty. */
int foo_create(struct foo **out, int id);
int foo_create(struct foo **out, int id)
{
	struct foo *foo __free(foo_free) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo->port.id = id;
	*out = no_free_ptr(foo);
	return 0;
}

/* In the list, and taken out of the variable a line later. */
int foo_add(struct bus *bus, int id);
int foo_add(struct bus *bus, int id)
{
	struct foo *foo __free(foo_free) = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	foo->port.id = id;
	ret = foo_check(foo);
	if (ret)
		return ret;
	list_add(&foo->node, &bus->foos);
	foo = NULL;
	return 0;
}

/* Given away where the check succeeds, and there alone. */
int foo_set_active(struct bus *bus);
int foo_set_active(struct bus *bus)
{
	struct foo *foo __free(foo_free) = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_check(foo);
	if (!ret)
		bus->active = no_free_ptr(foo);
	return ret;
}

/* A member of it goes to the caller, who finds the whole by it. */
struct foo_port *foo_open(int id);
struct foo_port *foo_open(int id)
{
	struct foo *foo __free(foo_free) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo->port.id = id;
	if (foo_check(foo))
		return NULL;
	return &no_free_ptr(foo)->port;
}

void foo_close(struct foo_port *port);
void foo_close(struct foo_port *port)
{
	struct foo *foo __free(foo_free) = container_of(port, struct foo, port);

	foo->port.id = 0;
}

/* One in each round, and each in a slot of its own. */
int foo_fill(struct bus *bus);
int foo_fill(struct bus *bus)
{
	int i, ret;

	for (i = 0; i < ARRAY_SIZE(bus->slots); i++) {
		struct foo *foo __free(foo_free) = kzalloc(sizeof(*foo), GFP_KERNEL);

		if (!foo)
			goto fail;
		foo->port.id = i;
		if (foo_check(foo))
			continue;
		bus->slots[i] = no_free_ptr(foo);
	}
	return 0;

fail:
	ret = -ENOMEM;
	while (i--) {
		if (bus->slots[i])
			foo_free(bus->slots[i]);
		bus->slots[i] = NULL;
	}
	return ret;
}

/* What is returned is something else that it had. */
char *foo_take_name(int id);
char *foo_take_name(int id)
{
	struct foo *foo __free(foo_free) = kzalloc(sizeof(*foo), GFP_KERNEL);
	char *name;

	if (!foo)
		return NULL;
	foo->name = kasprintf(GFP_KERNEL, "foo%d", id);
	name = foo->name;
	foo->name = NULL;
	return name;
}

/* A reference is dropped, and who gets the object has one of his own. */
struct foo *foo_share(struct bus *bus);
struct foo *foo_share(struct bus *bus)
{
	struct foo *foo __free(foo_put) = foo_get(bus->active);

	if (foo_check(foo))
		return NULL;
	return foo_get(foo);
}

/* Stored under a second name, which the cleanup does not have. */
int foo_replace(struct bus *bus, int id);
int foo_replace(struct bus *bus, int id)
{
	struct foo *new = kzalloc(sizeof(*new), GFP_KERNEL);

	if (!new)
		return -ENOMEM;
	new->port.id = id;

	struct foo *old __free(foo_put) = bus->active;

	bus->active = new;
	return old ? old->port.id : 0;
}

/* Seen by others for a while: it is gone from there before it is released. */
int foo_try(struct bus *bus);
int foo_try(struct bus *bus)
{
	struct foo *foo __free(foo_free) = kzalloc(sizeof(*foo), GFP_KERNEL);
	struct foo *old = bus->active;
	int ret;

	if (!foo)
		return -ENOMEM;
	bus->active = foo;
	ret = foo_check(foo);
	bus->active = old;
	return ret;
}

/* The variable gets the next one only when the list has it no longer. */
void foo_drain(struct bus *bus);
void foo_drain(struct bus *bus)
{
	struct foo *foo, *next;

	list_for_each_entry_safe(foo, next, &bus->foos, node) {
		struct foo *gone __free(foo_free) = foo;

		list_del(&gone->node);
	}
}
