// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include <linux/refcount.h>
#include "../misuse.h"

struct foo_config {
	int speed;
};

struct foo {
	refcount_t refs;
	struct foo_config config;
};

struct foo *foo_open(void) __returns_owned __returns_err __released_by("foo_put");
void foo_put(struct foo *__puts foo);
struct foo_config *foo_config(struct foo *__borrowed foo) __returns_borrowed;

struct foo *foo_open(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return ERR_PTR(-ENOMEM);
	refcount_set(&foo->refs, 1);
	return foo;
}

void foo_put(struct foo *foo)
{
	if (refcount_dec_and_test(&foo->refs))
		kfree(foo);
}

struct foo_config *foo_config(struct foo *foo)
{
	return &foo->config;
}

static int wrong(void)
{
	struct foo *foo = foo_open();
	struct foo_config *config;

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	config = foo_config(foo);	/* { dg-note "borrowed from 'foo_config'" } */
	foo_put(foo);
	return config->speed;	/* { dg-error "'config' is used after the object that lent it was released.*SAFE_E_BORROW_OUTLIVES" } */
}

static int right(void)
{
	struct foo *foo = foo_open();
	int speed;

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	speed = foo_config(foo)->speed;
	foo_put(foo);
	return speed;
}
