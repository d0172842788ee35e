// SPDX-License-Identifier: GPL-2.0
/* Whole structs that are initialised at once. */
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct foo {
	int id;
	spinlock_t lock;
	struct list_head items;
};

static const struct foo nothing = { .id = -1 };

void foo_reset(struct foo *foo);
void foo_reset(struct foo *foo)
{
	*foo = (struct foo){ .id = 1 };
	spin_lock_init(&foo->lock);
	INIT_LIST_HEAD(&foo->items);
	spin_lock(&foo->lock);
	list_add(&foo->items, &foo->items);
	spin_unlock(&foo->lock);
	*foo = nothing;
	INIT_LIST_HEAD(&foo->items);
	spin_lock_init(&foo->lock);
	spin_lock(&foo->lock);
	spin_unlock(&foo->lock);
}
