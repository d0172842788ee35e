// SPDX-License-Identifier: GPL-2.0
/* Pointers that may be NULL, tested in every way that drivers test them. */
/* { dg-options "-Wno-unused-function" } */
#include <linux/bug.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

struct foo {
	struct list_head node;
	char *name;
	int id;
};

static struct foo *foo_alloc(void)
{
	return kzalloc(sizeof(struct foo), GFP_KERNEL);
}

struct foo *foo_next(int id) __returns_null;

static int assigned_in_condition(void)
{
	struct foo *foo;
	int id = 0;

	while ((foo = foo_next(id)))
		id = foo->id;
	return id;
}

/* The name is optional: what reads it copes without. */
static struct foo *named(const char *name)
{
	struct foo *foo = foo_alloc();

	if (foo && name)
		foo->name = kstrdup(name, GFP_KERNEL);
	return foo;
}

static size_t name_length(const struct foo *foo)
{
	return foo->name ? strlen(foo->name) : 0;
}

static int two(struct foo **first, struct foo **second)
{
	struct foo *a = foo_alloc(), *b = foo_alloc();

	if (!a || !b) {
		kfree(a);
		kfree(b);
		return -ENOMEM;
	}
	a->id = 1;
	b->id = 2;
	*first = a;
	*second = b;
	return 0;
}

static int many(struct list_head *list, int n)
{
	struct foo *foo;
	int failed = 0;

	for (; n; n--) {
		foo = foo_alloc();
		if (!foo) {
			failed++;
			continue;
		}
		foo->id = n;
		list_add(&foo->node, list);
	}
	return failed;
}

static struct foo *warned(int id)
{
	struct foo *foo = foo_alloc();

	if (WARN_ON(!foo))
		return NULL;
	foo->id = id;
	return foo;
}

static struct foo *warned_once(int id)
{
	struct foo *foo = foo_alloc();

	if (WARN_ONCE(!foo, "no memory for %d\n", id))
		return NULL;
	foo->id = id;
	return foo;
}

static struct foo *early(int id)
{
	struct foo *foo = foo_alloc();

	BUG_ON(!foo);
	foo->id = id;
	return foo;
}

static bool usable(const struct foo *foo)
{
	return foo && !IS_ERR(foo);
}

static struct foo *tested_by_helper(int id)
{
	struct foo *foo = foo_alloc();

	if (!usable(foo))
		return NULL;
	foo->id = id;
	return foo;
}

static int tested_by_flag(bool wanted, int id, struct foo **out)
{
	struct foo *foo = NULL;
	bool have;

	if (wanted)
		foo = foo_alloc();
	have = foo;
	if (have)
		foo->id = id;
	*out = foo;
	return have ? 0 : -ENOENT;
}

static struct foo *retried(int id)
{
	struct foo *foo;
	int attempts = 3;

	do {
		foo = foo_alloc();
	} while (!foo && --attempts);
	if (!foo)
		return NULL;
	foo->id = id;
	return foo;
}

static int freed_all_the_same(int id)
{
	struct foo *foo = foo_alloc();
	int ret = -ENOMEM;

	if (!foo)
		goto out;
	foo->name = kasprintf(GFP_KERNEL, "foo%d", id);
	if (!foo->name)
		goto out;
	ret = strlen(foo->name);
	kfree(foo->name);
out:
	kfree(foo);
	return ret;
}

static int grown(char **text, size_t size)
{
	char *more = krealloc(*text, size, GFP_KERNEL);

	if (!more)
		return -ENOMEM;
	more[size - 1] = 0;
	*text = more;
	return 0;
}

static struct foo *cached;

static int cached_id(void)
{
	if (!cached)
		cached = foo_alloc();
	if (!cached)
		return -ENOMEM;
	return cached->id;
}

static int of_either(struct foo *given)
{
	struct foo *foo = given ?: foo_alloc();
	int id;

	if (!foo)
		return -ENOMEM;
	id = foo->id;
	if (foo != given)
		kfree(foo);
	return id;
}

/* The allocator waits rather than fail. */
static int cannot_fail(void)
{
	struct foo *foo = kmalloc(sizeof(*foo), GFP_KERNEL | __GFP_NOFAIL);
	int id;

	foo->id = 3;
	id = foo->id;
	kfree(foo);
	return id;
}
