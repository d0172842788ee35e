// SPDX-License-Identifier: GPL-2.0
/* Objects in lists and arrays, freed one by one. */
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	int id;
	char *name;
	struct list_head node;
};

static void foo_free(struct foo *foo)
{
	if (!foo)
		return;
	list_del(&foo->node);
	kfree(foo->name);
	kfree(foo);
}

void drain(struct list_head *list);
void drain(struct list_head *list)
{
	struct foo *foo;

	while (!list_empty(list)) {
		foo = list_entry(list->next, struct foo, node);
		foo_free(foo);
	}
}

void drain_safe(struct list_head *list);
void drain_safe(struct list_head *list)
{
	struct foo *foo, *next;

	list_for_each_entry_safe(foo, next, list, node)
		foo_free(foo);
}

static int foo_copy(struct foo *to, const struct foo *from)
{
	to->id = from->id;
	to->name = kstrdup(from->name, GFP_KERNEL);
	return to->name ? 0 : -ENOMEM;
}

/* All of them, or none. */
struct foo *copy_all(const struct foo *from, int n);
struct foo *copy_all(const struct foo *from, int n)
{
	struct foo *all = kcalloc(n, sizeof(*all), GFP_KERNEL);
	int i;

	if (!all)
		return NULL;
	for (i = 0; i < n; i++)
		if (foo_copy(&all[i], &from[i]))
			goto free;
	return all;

free:
	while (i--)
		kfree(all[i].name);
	kfree(all);
	return NULL;
}

/* A buffer that grows, and a pointer into it that follows. */
int collect(char **buf, size_t *size, const char *text);
int collect(char **buf, size_t *size, const char *text)
{
	char *at = *buf, *new;

	for (; *text; text++) {
		if (at - *buf + 1 > *size) {
			new = krealloc(*buf, *size * 2, GFP_KERNEL);
			if (!new)
				return -ENOMEM;
			at += new - *buf;
			*buf = new;
			*size *= 2;
		}
		*at++ = *text;
	}
	return 0;
}
