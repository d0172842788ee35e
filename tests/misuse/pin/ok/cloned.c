// SPDX-License-Identifier: GPL-2.0
/* What a copy has of the original is initialised before it is used. */
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	int id;
	struct mutex lock;
	struct list_head node;
	struct list_head items;
};

struct foo *foo_clone(struct foo *old, struct list_head *foos);
struct foo *foo_clone(struct foo *old, struct list_head *foos)
{
	struct foo *foo;

	mutex_lock(&old->lock);
	foo = kmemdup(old, sizeof(*old), GFP_KERNEL);
	mutex_unlock(&old->lock);
	if (!foo)
		return NULL;
	mutex_init(&foo->lock);
	INIT_LIST_HEAD(&foo->items);
	mutex_lock(&foo->lock);
	/* A node need not be initialised. */
	list_add(&foo->node, foos);
	list_add(&old->items, &foo->items);
	mutex_unlock(&foo->lock);
	return foo;
}
