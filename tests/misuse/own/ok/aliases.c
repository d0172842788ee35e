// SPDX-License-Identifier: GPL-2.0
/* One object under several names. */
#include <linux/container_of.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo_port {
	int id;
};

struct foo {
	char *name;
	struct foo_port port;
};

int foo_send(const char *buf, size_t len);

/* The one moves through the object, the other still has its start. */
int sum_of(const char *text);
int sum_of(const char *text)
{
	char *line = kstrdup(text, GFP_KERNEL), *cursor = line;
	int sum = 0;

	if (!line)
		return -ENOMEM;
	while (*cursor)
		sum += *cursor++;
	kfree(line);
	return sum;
}

/* A member leads back to the whole. */
static struct foo_port *foo_open(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	return foo ? &foo->port : NULL;
}

static void foo_close(struct foo_port *port)
{
	kfree(container_of(port, struct foo, port));
}

int open_and_close(void);
int open_and_close(void)
{
	struct foo_port *port = foo_open();
	int id;

	if (!port)
		return -ENODEV;
	id = port->id;
	foo_close(port);
	return id;
}

/* On the stack when it is small: only the other one is freed. */
int send_zeros(size_t len);
int send_zeros(size_t len)
{
	char small[16] = "", *buf = small;
	int ret;

	if (len > sizeof(small)) {
		buf = kzalloc(len, GFP_KERNEL);
		if (!buf)
			return -ENOMEM;
	}
	ret = foo_send(buf, len);
	if (buf != small)
		kfree(buf);
	return ret;
}

/* Freed, forgotten, and freed again: kfree(NULL). */
static void foo_reset(struct foo *foo)
{
	kfree(foo->name);
	foo->name = NULL;
}

static void foo_free(struct foo *foo)
{
	kfree(foo->name);
	kfree(foo);
}

int reset_and_free(const char *name);
int reset_and_free(const char *name)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo->name = kstrdup(name, GFP_KERNEL);
	foo_reset(foo);
	foo_free(foo);
	return 0;
}

/* The new one takes the place of the old one, which then goes. */
int rename_foo(struct foo *foo, const char *name);
int rename_foo(struct foo *foo, const char *name)
{
	char *old = foo->name, *copy = kstrdup(name, GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	foo->name = copy;
	kfree(old);
	return foo->name[0];
}

/* The old pointer is good for as long as the new one is not there. */
int append(struct foo *foo, size_t len);
int append(struct foo *foo, size_t len)
{
	char *longer = krealloc(foo->name, len, GFP_KERNEL);

	if (!longer) {
		kfree(foo->name);
		foo->name = NULL;
		return -ENOMEM;
	}
	foo->name = longer;
	return 0;
}
