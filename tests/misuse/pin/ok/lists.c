// SPDX-License-Identifier: GPL-2.0
/* Objects that leave their list before they are freed. */
#include <linux/list.h>
#include <linux/slab.h>

struct foo {
	struct list_head node;
	int id;
};

static LIST_HEAD(foos);

int foo_add(int id);
int foo_add(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL), *other, *next;

	if (!foo)
		return -ENOMEM;
	list_add_tail(&foo->node, &foos);
	if (id < 0) {
		list_del(&foo->node);
		kfree(foo);
		return -EINVAL;
	}
	list_for_each_entry_safe(other, next, &foos, node) {
		if (other->id != id)
			continue;
		list_del_init(&other->node);
		kfree(other);
	}
	return 0;
}

static void foo_drop_all(void)
{
	struct foo *foo, *next;

	list_for_each_entry_safe(foo, next, &foos, node)
		list_del(&foo->node);
}

int foo_add_one(void);
int foo_add_one(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	list_add(&foo->node, &foos);
	foo_drop_all();
	kfree(foo);
	return 0;
}
