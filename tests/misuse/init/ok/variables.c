// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Variables that have a value when it matters. */
#include <linux/errno.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	struct list_head node;
	int key, value;
};

/* The test that set it is made again. */
int flag_twice(bool wide, int cells);
int flag_twice(bool wide, int cells)
{
	int width;

	if (wide)
		width = cells * 2;
	if (cells > 3)
		cells = 3;
	return wide ? width : cells;
}

/* On the path that does not set it, the function is left. */
int left_early(struct list_head *foos, int key);
int left_early(struct list_head *foos, int key)
{
	struct foo *foo;
	int value;

	list_for_each_entry(foo, foos, node) {
		if (foo->key == key) {
			value = foo->value;
			goto found;
		}
	}
	return -ENOENT;
found:
	return value * 2;
}

/* A loop that runs at least once. */
int at_least_once(const int *values);
int at_least_once(const int *values)
{
	int last, i;

	for (i = 0; i < 4; i++)
		last = values[i];
	return last;
}

/* Set by a callee that is in sight. */
static int foo_get(const struct foo *foo, int *value)
{
	if (!foo)
		return -EINVAL;
	*value = foo->value;
	return 0;
}

int set_by_callee(const struct foo *foo);
int set_by_callee(const struct foo *foo)
{
	int value, ret = foo_get(foo, &value);

	return ret ? ret : value;
}

/* All cases of an enum. */
enum foo_mode { FOO_READ, FOO_WRITE };

int all_cases(enum foo_mode mode);
int all_cases(enum foo_mode mode)
{
	int flags;

	switch (mode) {
	case FOO_READ:
		flags = 1;
		break;
	case FOO_WRITE:
		flags = 2;
		break;
	default:
		return -EINVAL;
	}
	return flags;
}

/* Whether it was found says whether it was set. */
int found_or_not(const struct foo *foos, int n, int key);
int found_or_not(const struct foo *foos, int n, int key)
{
	const struct foo *found = NULL;
	int value, i;

	for (i = 0; i < n; i++) {
		if (foos[i].key == key) {
			found = &foos[i];
			value = found->value;
			break;
		}
	}
	if (!found)
		return -ENOENT;
	return value;
}

/* A do loop sets it before it is tested. */
int do_loop(const int *values);
int do_loop(const int *values)
{
	int value;

	do {
		value = *values++;
	} while (value > 0);
	return value;
}

/* Only its size is asked for. */
size_t size_only(void);
size_t size_only(void)
{
	struct foo foo;

	return sizeof(foo) + sizeof(foo.key);
}
