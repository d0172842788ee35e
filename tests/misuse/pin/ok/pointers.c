// SPDX-License-Identifier: GPL-2.0
/* Pinned objects by pointer, and arrays of pointers that are moved. */
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <safe/pin.h>

struct foo {
	int id;
	struct list_head node;
	SAFE_PINNED;
};

struct foo *foo_swap(struct foo **foos, int n, struct foo *with);
struct foo *foo_swap(struct foo **foos, int n, struct foo *with)
{
	struct foo *first = foos[0], *second = first;

	memmove(foos, foos + 1, n * sizeof(*foos));
	swap(first, with);
	foos[n] = second;
	memset(with, 0, sizeof(*with));
	INIT_LIST_HEAD(&with->node);
	return first;
}

/* The part before the list. */
int foo_id(const struct foo *foo);
int foo_id(const struct foo *foo)
{
	int id;

	memcpy(&id, foo, sizeof(id));
	return id;
}
