// SPDX-License-Identifier: GPL-2.0
/* What others can see, they may have taken. */
#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	struct hlist_node node;
	struct foo *next;
	char *name;
	int id;
};

bool foo_may_sleep(const struct foo *parent);
int foo_send(struct foo *parent, const char *text);

/* The first one in wins. */
struct foo *once(struct foo **slot);
struct foo *once(struct foo **slot)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (foo && cmpxchg(slot, NULL, foo)) {
		kfree(foo);
		return NULL;
	}
	return foo;
}

/* The node is the first member: its address is the object's. */
int add(struct hlist_head *head);
int add(struct hlist_head *head)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	hlist_add_head(&foo->node, head);
	return 0;
}

/* Asked twice, answered the same. */
int send(struct foo *parent, const char *text);
int send(struct foo *parent, const char *text)
{
	char *copy = NULL;
	int ret;

	if (!foo_may_sleep(parent)) {
		copy = kstrdup(text, GFP_ATOMIC);
		if (!copy)
			return -ENOMEM;
	}
	ret = foo_send(parent, text);
	if (!foo_may_sleep(parent))
		kfree(copy);
	return ret;
}

/* What the parent had, it has given away before. */
int rename_again(struct foo *parent, const char *const *names, int n);
int rename_again(struct foo *parent, const char *const *names, int n)
{
	int i;

	for (i = 0; i < n; i++) {
		if (!parent->name)
			parent->name = kstrdup(names[i], GFP_KERNEL);
		if (!parent->name)
			return -ENOMEM;
		if (foo_send(parent, parent->name))
			parent->name = NULL;
	}
	return 0;
}
