// SPDX-License-Identifier: GPL-2.0
/* Released, while a member of the caller's object still points there. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include <linux/errno.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	char *cleared, *replaced, *unread, *with_it, *after_success;
	int size;
};

int foo_check(const struct foo *foo);

/* Said where it is: there is none. */
void clear(struct foo *foo);
void clear(struct foo *foo)
{
	foo->cleared = kstrdup("first", GFP_KERNEL);
	if (!foo->cleared)
		return;
	if (foo_check(foo)) {
		kfree(foo->cleared);
		foo->cleared = NULL;
	}
}

/* Another one takes its place. */
void replace(struct foo *foo, char *other);
void replace(struct foo *foo, char *other)
{
	foo->replaced = kstrdup("first", GFP_KERNEL);
	if (!foo->replaced)
		return;
	if (foo_check(foo)) {
		kfree(foo->replaced);
		foo->replaced = other;
	}
}

/* Nobody goes by whether it is there. */
void forget(struct foo *foo);
void forget(struct foo *foo)
{
	foo->unread = kstrdup("first", GFP_KERNEL);
	if (foo->unread && foo_check(foo))
		kfree(foo->unread);
}

/* The object goes, too. */
void release(struct foo *foo);
void release(struct foo *foo)
{
	foo->with_it = kstrdup("first", GFP_KERNEL);
	if (!foo->with_it)
		return;
	kfree(foo->with_it);
	kfree(foo);
}

/* The one that asked hears of it, and does not go on. */
static int fill(struct foo *foo)
{
	foo->after_success = kstrdup("first", GFP_KERNEL);
	if (!foo->after_success)
		return -ENOMEM;
	if (foo_check(foo)) {
		kfree(foo->after_success);
		return -EINVAL;
	}
	return 0;
}

int foo_begin(struct foo *foo);
int foo_begin(struct foo *foo)
{
	int ret = fill(foo);

	if (ret)
		return ret;
	foo->size = 1;
	return 0;
}

int look(struct foo *foo);
int look(struct foo *foo)
{
	int n = 0;

	if (foo->cleared)
		n += strlen(foo->cleared);
	if (foo->replaced)
		n += strlen(foo->replaced);
	if (foo->with_it)
		n += strlen(foo->with_it);
	if (foo->after_success)
		n += strlen(foo->after_success);
	return n;
}
