// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: the_foo.refs == 1 */
#include "../misuse.h"

struct foo {
	int refs, id;
};

static struct foo the_foo = { .refs = 1, .id = 4 };

struct foo *foo_lookup_by_id(int id);
void foo_put(struct foo *foo);

struct foo *foo_lookup_by_id(int id)
{
	if (id != the_foo.id)
		return NULL;
	the_foo.refs++;
	return &the_foo;
}

void foo_put(struct foo *foo)
{
	foo->refs--;
}

static noinline int copy_name(int id, const char *name)
{
	struct foo *foo = foo_lookup_by_id(id);	/* { dg-note "done by 'foo_lookup_by_id'" } */
	char *copy;

	if (!foo)
		return -ENOENT;
	copy = kstrdup(name, GFP_KERNEL);
	if (!copy)
		return -ENOMEM;	/* { dg-error "what 'foo_lookup_by_id' did is not undone here, where the function fails; call foo_put.*SAFE_E_NOT_UNDONE" } */
	pr_info("%s has %d\n", copy, foo->refs);
	kfree(copy);
	foo_put(foo);	/* { dg-note "undone by 'foo_put' on another path" } */
	return 0;
}

static int wrong(void)
{
	int ret = copy_name(4, NULL);

	must(the_foo.refs == 1);
	return ret;
}

static noinline int copy_name_and_put(int id, const char *name)
{
	struct foo *foo = foo_lookup_by_id(id);
	char *copy;

	if (!foo)
		return -ENOENT;
	copy = kstrdup(name, GFP_KERNEL);
	if (!copy) {
		foo_put(foo);
		return -ENOMEM;
	}
	pr_info("%s has %d\n", copy, foo->refs);
	kfree(copy);
	foo_put(foo);
	return 0;
}

static int right(void)
{
	int ret = copy_name_and_put(4, NULL);

	must(the_foo.refs == 1);
	return ret;
}
