// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

struct foo {
	int id;
};

static struct foo *foo_current;

void foo_publish(struct foo *__takes foo);

void foo_publish(struct foo *foo)
{
	kfree(foo_current);
	foo_current = foo;
}

static int wrong(void)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);	/* { dg-error "'foo' is used after it was given to 'foo_publish'.*SAFE_E_USE_AFTER_MOVE" } */

	if (!foo)
		return -ENOMEM;
	foo->id = 1;
	foo_publish(foo);	/* { dg-note "given to 'foo_publish'" } */
	foo_publish(NULL);
	return 0;
}

static int right(void)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo->id = 1;
	foo_publish(no_free_ptr(foo));
	foo_publish(NULL);
	return 0;
}
