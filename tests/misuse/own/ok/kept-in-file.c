// SPDX-License-Identifier: GPL-2.0
/* What stands in a member of the file's own struct, and goes with it in the end. */
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <safe/annotations.h>

struct part {
	struct list_head node;
	int id;
};

struct foo {
	char *by_helper;
	char *given_away;
	char *by_name;
	struct part *by_list;
	void *by_action;
	char *borrowed;
};

/* Of another file: it keeps what it is given. */
int action_add(void (*action)(void *), void *data);
int name_set(const char **slot, char *name);
int name_print(const char *name);

static void put_string(void *string)
{
	kfree(string);
}

/* The helper frees what it is given. */
static void string_free(char *string)
{
	kfree(string);
}

int foo_begin(struct foo *foo, struct list_head *parts, const char **slot);
int foo_begin(struct foo *foo, struct list_head *parts, const char **slot)
{
	foo->by_helper = kstrdup("helper", GFP_KERNEL);
	foo->given_away = kstrdup("given", GFP_KERNEL);
	foo->by_name = kstrdup("name", GFP_KERNEL);
	foo->by_action = kmalloc(8, GFP_KERNEL);
	foo->by_list = kzalloc(sizeof(*foo->by_list), GFP_KERNEL);
	if (!foo->by_list)
		return -ENOMEM;
	list_add(&foo->by_list->node, parts);
	if (name_set(slot, foo->by_name))
		return -EINVAL;
	return action_add(put_string, foo->by_action);
}

/* Whoever finds it there frees it. */
void parts_free(struct list_head *parts);
void parts_free(struct list_head *parts)
{
	struct part *part, *next;

	list_for_each_entry_safe(part, next, parts, node) {
		list_del(&part->node);
		kfree(part);
	}
}

/* Sent, and forgotten. */
void foo_send(struct foo *foo, char **to);
void foo_send(struct foo *foo, char **to)
{
	*to = foo->given_away;
	foo->given_away = NULL;
}

void foo_destroy(struct foo *foo);
void foo_destroy(struct foo *foo)
{
	name_print(foo->by_name);
	string_free(foo->by_helper);
	kfree(foo);
}

/* Put at once: the pointer is only looked at as long as the other one is there. */
struct pair {
	char *first, *second;
};

int pair_begin(struct pair *pair);
int pair_begin(struct pair *pair)
{
	char *both = kstrdup("both", GFP_KERNEL);

	if (!both)
		return -ENOMEM;
	pair->first = both;
	pair->second = both;
	return 0;
}

void pair_destroy(struct pair *pair);
void pair_destroy(struct pair *pair)
{
	name_print(pair->first);
	kfree(pair->second);
	kfree(pair);
}
