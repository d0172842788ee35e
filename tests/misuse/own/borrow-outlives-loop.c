// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

struct foo {
	char label[4];
};

struct foo *foo_open(int i) __returns_owned __returns_null __released_by("foo_close");
void foo_close(struct foo *__takes foo);
const char *foo_label(const struct foo *__borrowed foo) __returns_borrowed;

struct foo *foo_open(int i)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (foo)
		foo->label[0] = 'a' + i;
	return foo;
}

void foo_close(struct foo *foo)
{
	kfree(foo);
}

const char *foo_label(const struct foo *foo)
{
	return foo->label;
}

static int wrong(void)
{
	const char *last = "";
	int i;

	for (i = 0; i < 3; i++) {
		struct foo *foo = foo_open(i);

		if (!foo)
			break;
		last = foo_label(foo);	/* { dg-note "borrowed from 'foo_label'" } */
		foo_close(foo);
	}
	return last[0];	/* { dg-error "'last' is used after the object that lent it was released.*SAFE_E_BORROW_OUTLIVES" } */
}

static int right(void)
{
	char last = '\0';
	int i;

	for (i = 0; i < 3; i++) {
		struct foo *foo = foo_open(i);

		if (!foo)
			break;
		last = foo_label(foo)[0];
		foo_close(foo);
	}
	return last;
}
