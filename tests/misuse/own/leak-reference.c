// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: refcount_read */
#include <linux/refcount.h>
#include "../misuse.h"

struct foo {
	refcount_t refs;
	int id;
};

static struct foo foos[] = {
	{ .refs = REFCOUNT_INIT(1), .id = 1 },
	{ .refs = REFCOUNT_INIT(1), .id = 2 },
};

struct foo *foo_get(int i) __returns_owned __returns_null __released_by("foo_put");
void foo_put(struct foo *__puts foo);

struct foo *foo_get(int i)
{
	refcount_inc(&foos[i].refs);
	return &foos[i];
}

void foo_put(struct foo *foo)
{
	refcount_dec(&foo->refs);
}

static int wrong(void)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(foos); i++) {
		struct foo *foo = foo_get(i);	/* { dg-note "allocated by 'foo_get'" } */

		if (!foo || foo->id == 2)	/* { dg-error "'foo' is leaked: the last pointer to it goes here; release it with foo_put.*SAFE_E_LEAK" } */
			break;
		foo_put(foo);
	}
	return must(refcount_read(&foos[1].refs) == 1);
}

static int right(void)
{
	int i, id = 0;

	for (i = 0; i < ARRAY_SIZE(foos) && id != 2; i++) {
		struct foo *foo = foo_get(i);

		if (!foo)
			break;
		id = foo->id;
		foo_put(foo);
	}
	return must(refcount_read(&foos[1].refs) == 1);
}
