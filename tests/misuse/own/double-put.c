// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free */
#include <linux/kref.h>
#include "../misuse.h"

struct foo {
	struct kref refs;
	int id;
};

struct foo *foo_open(int id) __returns_owned __returns_err __released_by("foo_put");
void foo_put(struct foo *__puts foo);

struct foo *foo_open(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return ERR_PTR(-ENOMEM);
	kref_init(&foo->refs);
	foo->id = id;
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
	struct foo *foo = foo_open(-1);	/* { dg-note "allocated by 'foo_open'" } */
	int ret = 0;

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	if (foo->id < 0) {
		foo_put(foo);	/* { dg-note "released by 'foo_put'" } */
		ret = -EINVAL;
	}
	foo_put(foo);	/* { dg-error "'foo' is released by 'foo_put' after it was released by 'foo_put'; release it once.*SAFE_E_DOUBLE_FREE" } */
	return ret;
}

static int right(void)
{
	struct foo *foo = foo_open(-1);
	int ret;

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	ret = foo->id < 0 ? -EINVAL : 0;
	foo_put(foo);
	return ret;
}
