// SPDX-License-Identifier: GPL-2.0
/* Loops, switches and jumps around guards that do what they seem to. */
#include <linux/cleanup.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	struct mutex lock;
	int count;
	int items[8];
};

/* Out of a scope, and within one. */
int foo_out(struct foo *foo, int n);
int foo_out(struct foo *foo, int n)
{
	int ret = -EINVAL;

	if (n < 0)
		goto out;
	{
		char *name __free(kfree) = kstrdup("foo", GFP_KERNEL);
		int tries = 0;

		if (!name)
			goto out;
again:
		if (strlen(name) < n && tries++ < 3)
			goto again;
		ret = 0;
	}
out:
	return ret;
}

/* Each case with a block of its own. */
int foo_switch(struct foo *foo, int command);
int foo_switch(struct foo *foo, int command)
{
	switch (command) {
	case 1: {
		guard(mutex)(&foo->lock);
		foo->count++;
		return foo->count;
	}
	case 2:
		scoped_guard(mutex, &foo->lock)
			foo->count--;
		break;
	default:
		return -EINVAL;
	}
	return 0;
}

/* A switch within the scope. */
int foo_inside(struct foo *foo, int command);
int foo_inside(struct foo *foo, int command)
{
	guard(mutex)(&foo->lock);

	switch (command) {
	case 1:
		foo->count++;
		break;
	default:
		return -EINVAL;
	}
	return 0;
}

/* Loops of their own within the guard. */
int foo_find(struct foo *foo, int id);
int foo_find(struct foo *foo, int id)
{
	int i, found = -1;

	scoped_guard(mutex, &foo->lock) {
		for (i = 0; i < 8; i++) {
			if (foo->items[i] < 0)
				continue;
			if (foo->items[i] == id) {
				found = i;
				break;
			}
		}
	}
	return found;
}

/* Nothing follows: the next round it is. */
void foo_each(struct foo *foo, int n);
void foo_each(struct foo *foo, int n)
{
	int i;

	for (i = 0; i < n; i++) {
		scoped_guard(mutex, &foo->lock) {
			if (foo->items[i] < 0)
				continue;
			foo->count++;
		}
	}
}

/* The switch is left right after the guard. */
int foo_command(struct foo *foo, int command);
int foo_command(struct foo *foo, int command)
{
	switch (command) {
	case 1:
		scoped_guard(mutex, &foo->lock) {
			if (!foo->count)
				break;
			foo->count--;
		}
		break;
	case 2:
		scoped_guard(mutex, &foo->lock) {
			if (foo->count)
				break;
			foo->count++;
		}
	}
	return 0;
}

/* No loop in sight: it can only be the guard. */
int foo_once(struct foo *foo);
int foo_once(struct foo *foo)
{
	scoped_guard(mutex, &foo->lock) {
		if (!foo->count)
			break;
		foo->count--;
	}
	return 0;
}

/* What happened in the guard is asked after it. */
int foo_flag(struct foo *foo, int n);
int foo_flag(struct foo *foo, int n)
{
	int i, item;

	for (i = 0; i < n; i++) {
		scoped_guard(mutex, &foo->lock) {
			item = foo->items[i];
			if (item < 0)
				break;
			foo->count++;
		}
		if (item < 0)
			continue;
		pr_info("%d\n", item);
	}
	return 0;
}

/* A loop with a cleanup is a loop: leaving it is meant. */
int foo_names(struct foo *foo);
int foo_names(struct foo *foo)
{
	int i, n = 0;

	for (i = 0; i < 8; i++) {
		char *name __free(kfree) = kstrdup("foo", GFP_KERNEL);

		if (!name)
			break;
		if (foo->items[i] < 0)
			continue;
		n++;
	}
	return n;
}

/* The last guard of a function protects what it returns. */
int foo_get(struct foo *foo);
int foo_get(struct foo *foo)
{
	guard(mutex)(&foo->lock);
	return foo->count;
}
