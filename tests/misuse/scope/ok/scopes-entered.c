// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Variables with a cleanup that every path sets, though jumps pass them by. */
#include <linux/cleanup.h>
#include <linux/err.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	struct list_head node;
	struct mutex lock;
	char *name;
	int id;
};

static LIST_HEAD(foos);
static DEFINE_MUTEX(foos_lock);

int foo_ask(int id, char **name);

static void foo_forget(struct foo *foo)
{
	kfree(foo->name);
	kfree(foo);
}

static void foo_destroy(struct foo *foo)
{
	if (IS_ERR_OR_NULL(foo))
		return;
	foo_forget(foo);
}

DEFINE_FREE(foo_destroy, struct foo *, foo_destroy(_T))
DEFINE_FREE(foo_valid, struct foo *, IS_ERR_OR_NULL(_T) ? (void)0 : foo_forget(_T))

static struct foo *foo_new(int id)
{
	struct foo *foo;

	if (id < 0)
		return ERR_PTR(-EINVAL);
	foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	if (!foo)
		return NULL;
	mutex_init(&foo->lock);
	foo->id = id;
	return foo;
}

/* The label is before the declaration: the scope begins anew. */
int foo_retry(int id);
int foo_retry(int id)
{
	int tries = 3;

again:
	if (!tries--)
		return -EAGAIN;

	char *name __free(kfree) = NULL;

	if (foo_ask(id, &name))
		goto again;
	return name ? strlen(name) : 0;
}

/* The jump stays within the scope, or leaves a block that has a variable. */
int foo_inside(int id);
int foo_inside(int id)
{
	char *name __free(kfree) = kstrdup("foo", GFP_KERNEL);
	int ret = -ENOMEM;

	if (!name)
		goto out;
	if (id) {
		char *other __free(kfree) = kstrdup(name, GFP_KERNEL);

		if (!other)
			goto out;
		ret = other[0];
		goto out;
	}
	ret = 0;
out:
	return ret;
}

/* Each case has a block, and the default none. */
int foo_command(int command);
int foo_command(int command)
{
	switch (command) {
	case 1: {
		struct foo *foo __free(foo_destroy) = foo_new(1);

		if (IS_ERR_OR_NULL(foo))
			return -ENOMEM;
		return foo->id;
	}
	case 2: {
		guard(mutex)(&foos_lock);
		return list_empty(&foos);
	}
	default:
		return -ENOTTY;
	}
}

/* The out-parameter is the variable itself, which was empty before. */
int foo_length(int id);
int foo_length(int id)
{
	char *name __free(kfree) = NULL;
	int ret = foo_ask(id, &name);

	if (!ret)
		ret = name ? strlen(name) : 0;
	return ret;
}

/* Set by the branches, where each sets it before it can leave. */
int foo_branch(bool wide);
int foo_branch(bool wide)
{
	char *name __free(kfree) = wide ? kstrdup("wide", GFP_KERNEL) : NULL;

	if (!wide) {
		name = kstrdup("narrow", GFP_KERNEL);
		if (!name)
			return -ENOMEM;
	}
	return name ? name[0] : -ENOMEM;
}

/* The destructor asks for what it gets, or the macro around it does. */
int foo_twice(int id);
int foo_twice(int id)
{
	struct foo *first __free(foo_destroy) = foo_new(id);
	struct foo *second __free(foo_valid) = foo_new(id + 1);

	if (IS_ERR_OR_NULL(first) || IS_ERR_OR_NULL(second))
		return -ENOMEM;
	return first->id + second->id;
}

/* The variable is declared first, and what it gets needs no lock to go. */
int foo_under_guard(int id);
int foo_under_guard(int id)
{
	char *name __free(kfree) = NULL;

	scoped_guard(mutex, &foos_lock) {
		struct foo *foo;

		list_for_each_entry(foo, &foos, node) {
			if (foo->id != id)
				continue;
			name = kstrdup(foo->name, GFP_KERNEL);
			if (!name)
				return -ENOMEM;
			break;
		}
	}
	return name ? name[0] : -ENOENT;
}

/* The list lets go of it below the guard, which the variable does not outlive. */
int foo_pop(void);
int foo_pop(void)
{
	guard(mutex)(&foos_lock);

	struct foo *foo __free(foo_destroy) = list_first_entry_or_null(&foos, struct foo, node);

	if (!foo)
		return -ENOENT;
	list_del(&foo->node);
	return foo->id;
}

/* A callback runs within the scope of who calls it. */
static int foo_visit(struct foo *foo, void *data)
{
	char **last = data;

	guard(mutex)(&foo->lock);
	kfree(*last);
	*last = kstrdup(foo->name, GFP_KERNEL);
	return *last ? 0 : -ENOMEM;
}

int foo_last(int (*walk)(int (*visit)(struct foo *foo, void *data), void *data));
int foo_last(int (*walk)(int (*visit)(struct foo *foo, void *data), void *data))
{
	char *last __free(kfree) = NULL;
	int ret = walk(foo_visit, &last);

	if (ret)
		return ret;
	return last ? last[0] : 0;
}

/* A guard that nothing follows, in a macro that is only to wait for its holder. */
#define foo_sync(lock)	do { scoped_guard(mutex, lock) { } } while (0)

void foo_flush(struct foo *foo);
void foo_flush(struct foo *foo)
{
	foo_sync(&foo->lock);
	foo->id = 0;
}
