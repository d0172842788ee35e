// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*kstrdup */
#include "../misuse.h"

struct foo {
	char *name;
};

struct foo *foo_new(const char *__borrowed name) __returns_owned __returns_null
		__released_by("foo_delete");
void foo_delete(struct foo *__takes foo);

struct foo *foo_new(const char *name)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo->name = kstrdup(name, GFP_KERNEL);
	if (!foo->name)
		return NULL;
	return_ptr(foo);
}

void foo_delete(struct foo *foo)
{
	kfree(foo->name);
	kfree(foo);
}

static int wrong(void)
{
	struct foo *foo = foo_new("foo");	/* { dg-note "allocated by 'foo_new'" } */

	if (!foo)
		return -ENOMEM;
	kfree(foo);	/* { dg-error "'foo' comes from 'foo_new' and is released by 'kfree'; use foo_delete.*SAFE_E_WRONG_RELEASE" } */
	return 0;
}

static int right(void)
{
	struct foo *foo = foo_new("foo");

	if (!foo)
		return -ENOMEM;
	foo_delete(foo);
	return 0;
}
