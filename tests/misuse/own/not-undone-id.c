// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ida_is_empty */
#include <linux/idr.h>
#include "../misuse.h"

struct foo {
	int id;
	char *name;
};

static DEFINE_IDA(ids);

static noinline int foo_init(struct foo *foo, const char *name)
{
	int id = ida_alloc(&ids, GFP_KERNEL);	/* { dg-note "done by 'ida_alloc" } */

	if (id < 0)
		return id;
	if (!name)
		return -EINVAL;	/* { dg-error "what 'ida_alloc.*' did is not undone here, where the function fails; call ida_free.*SAFE_E_NOT_UNDONE" } */
	foo->name = kstrdup(name, GFP_KERNEL);
	if (!foo->name) {
		ida_free(&ids, id);	/* { dg-note "undone by 'ida_free' on another path" } */
		return -ENOMEM;
	}
	foo->id = id;
	return 0;
}

static int wrong(void)
{
	struct foo foo = { };
	int ret = foo_init(&foo, NULL);

	must(ida_is_empty(&ids));
	return ret;
}

static noinline int foo_init_or_not(struct foo *foo, const char *name)
{
	int id;

	if (!name)
		return -EINVAL;
	id = ida_alloc(&ids, GFP_KERNEL);
	if (id < 0)
		return id;
	foo->name = kstrdup(name, GFP_KERNEL);
	if (!foo->name) {
		ida_free(&ids, id);
		return -ENOMEM;
	}
	foo->id = id;
	return 0;
}

static int right(void)
{
	struct foo foo = { };
	int ret = foo_init_or_not(&foo, NULL);

	must(ida_is_empty(&ids));
	return ret;
}
