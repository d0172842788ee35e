// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include <linux/kref.h>
#include "../misuse.h"

struct foo {
	struct kref refs;
	int id;
};

struct foo *foo_new(void) __returns_owned __returns_null __released_by("foo_put");
void foo_put(struct foo *__puts foo);

struct foo *foo_new(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (foo)
		kref_init(&foo->refs);
	return foo;
}

static void foo_release(struct kref *refs)
{
	kfree(container_of(refs, struct foo, refs));
}

void foo_put(struct foo *foo)
{
	kref_put(&foo->refs, foo_release);
}

static int wrong(void)
{
	struct foo *foo = foo_new();	/* { dg-note "allocated by 'foo_new'" } */

	if (!foo)
		return -ENOMEM;
	foo_put(foo);	/* { dg-note "released by 'foo_put'" } */
	return foo->id;	/* { dg-error "'foo' is used after it was released by 'foo_put'.*SAFE_E_USE_AFTER_FREE" } */
}

static int right(void)
{
	struct foo *foo = foo_new();
	int id;

	if (!foo)
		return -ENOMEM;
	id = foo->id;
	foo_put(foo);
	return id;
}
