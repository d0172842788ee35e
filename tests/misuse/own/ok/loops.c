// SPDX-License-Identifier: GPL-2.0
/* Loops that free what they walk over, and never touch it again. */
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	struct list_head node;
	struct foo *next;
	int key;
};

/* The next entry is known before this one goes. */
void free_safely(struct list_head *foos);
void free_safely(struct list_head *foos)
{
	struct foo *foo, *next;

	list_for_each_entry_safe(foo, next, foos, node) {
		list_del(&foo->node);
		kfree(foo);
	}
}

/* Each round starts from the list again. */
void free_from_head(struct list_head *foos);
void free_from_head(struct list_head *foos)
{
	while (!list_empty(foos)) {
		struct foo *foo = list_first_entry(foos, struct foo, node);

		list_del(&foo->node);
		kfree(foo);
	}
}

void free_chain(struct foo *foo);
void free_chain(struct foo *foo)
{
	while (foo) {
		struct foo *next = foo->next;

		kfree(foo);
		foo = next;
	}
}

/* After the free the loop does not go on. */
int free_one(struct list_head *foos, int key);
int free_one(struct list_head *foos, int key)
{
	struct foo *foo;

	list_for_each_entry(foo, foos, node) {
		if (foo->key != key)
			continue;
		list_del(&foo->node);
		kfree(foo);
		return 0;
	}
	return -ENOENT;
}

/* What an earlier round freed is not what this round frees. */
char *read_growing(int (*read)(char *buf, size_t len));
char *read_growing(int (*read)(char *buf, size_t len))
{
	char *buf = NULL;
	size_t len;

	for (len = 16; len <= 4096; len *= 2) {
		kfree(buf);
		buf = kmalloc(len, GFP_KERNEL);
		if (!buf)
			return NULL;
		if (read(buf, len) >= 0)
			return buf;
	}
	kfree(buf);
	return NULL;
}

/* What is found is freed behind the loop, and nothing when nothing is found. */
void free_found(struct list_head *foos, int key);
void free_found(struct list_head *foos, int key)
{
	struct foo *foo, *found = NULL;

	list_for_each_entry(foo, foos, node) {
		if (foo->key == key) {
			found = foo;
			break;
		}
	}
	if (found)
		list_del(&found->node);
	kfree(found);
}

/* Those that are there when one cannot be had. */
int fill(struct foo **foos, int n);
int fill(struct foo **foos, int n)
{
	int i;

	for (i = 0; i < n; i++) {
		foos[i] = kzalloc(sizeof(*foos[i]), GFP_KERNEL);
		if (!foos[i])
			goto undo;
	}
	return 0;

undo:
	while (i--)
		kfree(foos[i]);
	return -ENOMEM;
}

/* Taken out of the one list, put into the other. */
int split(struct list_head *from, struct list_head *to, int key);
int split(struct list_head *from, struct list_head *to, int key)
{
	struct foo *foo, *next;
	int moved = 0;

	list_for_each_entry_safe(foo, next, from, node) {
		list_del(&foo->node);
		if (foo->key < key) {
			kfree(foo);
			continue;
		}
		list_add_tail(&foo->node, to);
		moved++;
	}
	return moved;
}
