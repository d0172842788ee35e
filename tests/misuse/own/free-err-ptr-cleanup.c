// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic */
#include "../misuse.h"

struct foo {
	int irq;
};

struct foo *foo_create(int irq) __returns_owned __returns_err __released_by("foo_destroy");
void foo_destroy(struct foo *__takes foo);

struct foo *foo_create(int irq)
{
	struct foo *foo;

	if (irq < 0)
		return ERR_PTR(-ENXIO);
	foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	if (!foo)
		return ERR_PTR(-ENOMEM);
	foo->irq = irq;
	return foo;
}

void foo_destroy(struct foo *foo)
{
	foo->irq = -1;
	kfree(foo);
}

DEFINE_FREE(foo, struct foo *, foo_destroy(_T))
DEFINE_FREE(foo_or_err, struct foo *, IS_ERR(_T) ? (void)0 : foo_destroy(_T))

static int wrong(void)
{
	struct foo *foo __free(foo) = foo_create(-1);	/* { dg-error "'foo' is an error pointer when 'foo_destroy' releases it.*SAFE_E_FREE_ERR_PTR" } */

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	return foo->irq;
}

static int right(void)
{
	struct foo *foo __free(foo_or_err) = foo_create(-1);

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	return foo->irq;
}
