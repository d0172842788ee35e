// SPDX-License-Identifier: GPL-2.0
/* The kernel's own macros, which know where a member is. */
#include <linux/container_of.h>
#include <linux/list.h>
#include <linux/rculist.h>
#include <linux/minmax.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	struct list_head node;
	struct list_head kids;
	int id;
};

int foo_sum(struct list_head *node, int least);
int foo_sum(struct list_head *node, int least)
{
	struct foo *foo = container_of(node, struct foo, node), *kid, *next;
	int sum = max(foo->id, least);

	list_for_each_entry(kid, &foo->kids, node)
		sum += kid->id;
	list_for_each_entry_safe(kid, next, &foo->kids, node)
		list_del_init(&kid->node);
	return sum;
}
