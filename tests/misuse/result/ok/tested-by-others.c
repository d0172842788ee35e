// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-Wno-unused-function -fplugin-arg-safe_plugin-level=audit" } */
/* Results that helpers, macros and callbacks test, or that are good under another name. */
#include <linux/container_of.h>
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

struct port {
	struct list_head node;
	int speed;
};

struct port *port_get(int id) __returns_err;
void port_put(struct port *port);

struct foo {
	struct list_head ports;
	struct port *port;
	struct port inner;
	char *name;
};

#define port_or_return(id) ({				\
	struct port *__port = port_get(id);		\
							\
	if (IS_ERR(__port))				\
		return PTR_ERR(__port);			\
	__port;						\
})

#define port_is_good(port)	(!IS_ERR_OR_NULL(port))

/* The macro leaves the function where it fails. */
static int by_macro(int id)
{
	struct port *port = port_or_return(id);

	return port->speed;
}

static int by_test_macro(int id)
{
	struct port *port = port_get(id);

	return port_is_good(port) ? port->speed : -ENODEV;
}

/* An inline helper makes NULL of an error, and its caller asks for that. */
static inline struct port *port_get_or_null(int id)
{
	struct port *port = port_get(id);

	return IS_ERR(port) ? NULL : port;
}

static int by_null(int id)
{
	struct port *port = port_get_or_null(id);

	if (!port)
		return -ENODEV;
	return port->speed;
}

/* An inline helper makes an error of NULL, and its caller asks for that. */
static inline struct foo *foo_new(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	return foo ? foo : ERR_PTR(-ENOMEM);
}

static int by_error(void)
{
	struct foo *foo = foo_new();

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	INIT_LIST_HEAD(&foo->ports);
	kfree(foo);
	return 0;
}

/* The out-parameter is a good one where 0 is returned. */
static int port_find(int id, struct port **out)
{
	struct port *port = port_get(id);

	if (IS_ERR(port))
		return PTR_ERR(port);
	*out = port;
	return 0;
}

static int by_out_param(int id)
{
	struct port *port;
	int ret = port_find(id, &port);

	if (!ret)
		ret = port->speed;
	return ret;
}

/* Tested under one name, used under the other. */
static int by_alias(int id)
{
	struct port *port = port_get(id), *same = port;

	if (IS_ERR(same))
		return PTR_ERR(same);
	return port->speed;
}

static int by_member(struct foo *foo, int id)
{
	struct port *port = port_get(id);

	foo->port = port;
	if (IS_ERR(foo->port)) {
		foo->port = NULL;
		return -ENODEV;
	}
	return port->speed;
}

/* The whole of a member that was tested. */
static struct port *inner_get(struct foo *foo)
{
	return foo->name ? &foo->inner : ERR_PTR(-ENODEV);
}

static const char *by_whole(struct foo *foo)
{
	struct port *port = inner_get(foo);

	if (IS_ERR(port))
		return ERR_CAST(port);
	return container_of(port, struct foo, inner)->name;
}

/* Only the good ones come into the list. */
static int listed(struct foo *foo, int n)
{
	struct port *port;
	int i, speed = 0;

	for (i = 0; i < n; i++) {
		port = port_get(i);
		if (!IS_ERR(port))
			list_add_tail(&port->node, &foo->ports);
	}
	list_for_each_entry(port, &foo->ports, node)
		speed += port->speed;
	return speed;
}

/* Who calls back gives what was tested before. */
static int visit(struct port *port, int (*show)(const struct port *port))
{
	return show(port);
}

static int show(const struct port *port)
{
	return port->speed;
}

static int called_back(int id)
{
	struct port *port = port_get(id);
	int ret = PTR_ERR_OR_ZERO(port);

	if (!ret)
		ret = visit(port, show);
	return ret;
}

/* Each round has another one, and the last of them is good. */
static int last_good(int n)
{
	struct port *good = NULL, *port;
	int i;

	for (i = 0; i < n; i++) {
		port = port_get(i);
		if (IS_ERR(port))
			break;
		if (good)
			port_put(good);
		good = port;
	}
	return good ? good->speed : -ENODEV;
}

/* The first that succeeds; when none does, the last error tells why. */
static int first_good(const int *ids, int n)
{
	struct port *port = ERR_PTR(-ENOENT);
	int i;

	for (i = 0; i < n && IS_ERR(port); i++)
		port = port_get(ids[i]);
	return IS_ERR(port) ? PTR_ERR(port) : port->speed;
}
