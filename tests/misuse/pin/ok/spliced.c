// SPDX-License-Identifier: GPL-2.0
/* A list head that is moved by hand, and with the kernel's functions. */
#include <linux/list.h>

struct foo {
	struct list_head items;
	int n;
};

void foo_take_all(struct foo *foo, struct list_head *to);
void foo_take_all(struct foo *foo, struct list_head *to)
{
	LIST_HEAD(all);

	list_splice_init(&foo->items, &all);
	list_splice_tail(&all, to);
	if (!list_empty(&foo->items)) {
		struct list_head by_hand = foo->items;

		by_hand.next->prev = &by_hand;
		by_hand.prev->next = &by_hand;
		INIT_LIST_HEAD(&foo->items);
		list_splice(&by_hand, to);
	}
}
