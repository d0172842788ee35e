// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Variables that are set on every path that comes to their use. */
#include <linux/container_of.h>
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/list.h>
#include <linux/minmax.h>
#include <linux/rbtree.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

struct foo_port {
	int speed;
};

struct foo {
	struct list_head node;
	struct foo_port port;
	int key, value;
	char *name;
};

int foo_read(const struct foo *foo, int *value);
int foo_check(const struct foo *foo);

/* The label for failures frees what it tests for, and returns what each goto has set. */
int unwound(struct foo *foo, const char *name);
int unwound(struct foo *foo, const char *name)
{
	char *copy = kstrdup(name, GFP_KERNEL);
	int ret;

	if (!copy) {
		ret = -ENOMEM;
		goto out;
	}
	ret = foo_check(foo);
	if (ret)
		goto free;
	foo->name = copy;
	return 0;

free:
	kfree(copy);
out:
	return ret;
}

/* A label in the middle, which only those reach that have a value. */
int in_the_middle(struct foo *foo, int key);
int in_the_middle(struct foo *foo, int key)
{
	int value;

	if (key == foo->key) {
		value = foo->value;
		goto found;
	}
	if (foo_check(foo))
		return -EINVAL;
	value = key;
found:
	return value + 1;
}

/* The result of the call says whether the out-parameter was set. */
int asked(const struct foo *foo);
int asked(const struct foo *foo)
{
	int value, ret;

	ret = foo_read(foo, &value);
	if (!ret)
		ret = value;
	return ret;
}

/* The same of a function in sight, which sets it where it returns 0. */
static int foo_parse(const char *text, int *first, int *second)
{
	if (!*text)
		return -EINVAL;
	*first = text[0];
	*second = text[1];
	return 0;
}

int parsed(const char *text);
int parsed(const char *text)
{
	int first, second, ret;

	ret = foo_parse(text, &first, &second);
	if (ret)
		return ret;
	return first - second;
}

/* An inline helper says which of the two it has set. */
static inline bool foo_is_wide(const struct foo *foo, int *width)
{
	if (!foo->value)
		return false;
	*width = foo->value * 2;
	return true;
}

int wide(const struct foo *foo);
int wide(const struct foo *foo)
{
	int width;

	return foo_is_wide(foo, &width) ? width : 1;
}

/* The first round of the loop sets it, the others compare with it. */
int largest(const int *values, unsigned int n);
int largest(const int *values, unsigned int n)
{
	unsigned int i;
	int most;

	for (i = 0; i < n; i++)
		if (!i || values[i] > most)
			most = values[i];
	return n ? most : 0;
}

/* The loop does not end but with a value. */
int polled(const struct foo *foo);
int polled(const struct foo *foo)
{
	int value;

	for (;;) {
		if (foo_read(foo, &value))
			return -EIO;
		if (value)
			break;
	}
	return value;
}

/* The entry is there where the flag is set. */
int listed(struct list_head *foos, int key);
int listed(struct list_head *foos, int key)
{
	struct foo *foo;
	bool found = false;
	int value;

	list_for_each_entry(foo, foos, node) {
		if (foo->key != key)
			continue;
		value = foo->value;
		found = true;
		break;
	}
	return found ? value : -ENOENT;
}

/* Down a tree: the place of the last step is where a new one goes. */
int tree_add(struct rb_root *root, struct rb_node *new, bool (*less)(struct rb_node *a,
								     struct rb_node *b));
int tree_add(struct rb_root *root, struct rb_node *new, bool (*less)(struct rb_node *a,
								     struct rb_node *b))
{
	struct rb_node **link = &root->rb_node, *parent = NULL;
	int depth = 0, last;

	while (*link) {
		parent = *link;
		last = less(new, parent);
		link = last ? &parent->rb_left : &parent->rb_right;
		depth++;
	}
	rb_link_node(new, parent, link);
	rb_insert_color(new, root);
	return depth ? last : -1;
}

/* By its member, found or given. */
int by_member(struct foo_port *port, struct foo *fallback);
int by_member(struct foo_port *port, struct foo *fallback)
{
	struct foo *foo;

	if (port)
		foo = container_of(port, struct foo, port);
	else
		foo = fallback;
	return foo->value;
}

/* By a second name, of which it is the address. */
int by_alias(const struct foo *foo);
int by_alias(const struct foo *foo)
{
	int value, *to = &value;

	*to = foo->value;
	return value;
}

/* A callback sets it, as often as it is called, and says how often that was. */
static int foo_sum(const struct foo *foo, void *data)
{
	*(int *)data += foo->value;
	return 1;
}

int visited(int (*walk)(int (*visit)(const struct foo *foo, void *data), void *data));
int visited(int (*walk)(int (*visit)(const struct foo *foo, void *data), void *data))
{
	int sum, n;

	sum = 0;
	n = walk(foo_sum, &sum);
	return n ? sum / n : 0;
}

/* The macro sets it, whatever it is given. */
#define foo_get(foo, to) do {			\
	if ((foo)->key)				\
		(to) = (foo)->value;		\
	else					\
		(to) = 0;			\
} while (0)

int by_macro(const struct foo *foo);
int by_macro(const struct foo *foo)
{
	int value;

	foo_get(foo, value);
	return value;
}

int from_user(const int __user *user);
int from_user(const int __user *user)
{
	int value;

	if (get_user(value, user))
		return -EFAULT;
	return value;
}

/* Its length is asked for only if there is one. */
int named(const struct foo *foo);
int named(const struct foo *foo)
{
	size_t length;

	if (foo->name)
		length = strlen(foo->name);
	if (!foo->name || !length)
		return -ENOENT;
	return length;
}

/* One error for all: it is set by the one that breaks off. */
int each(struct list_head *foos, int (*visit)(struct foo *foo));
int each(struct list_head *foos, int (*visit)(struct foo *foo))
{
	struct foo *foo;
	int ret;

	if (list_empty(foos))
		return 0;
	foo = list_first_entry(foos, struct foo, node);
	do {
		ret = visit(foo);
		foo = list_next_entry(foo, node);
	} while (!ret && &foo->node != foos);
	return ret;
}
