// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

enum kind { BY_NAME, BY_INDEX };

struct foo {
	const char *name;
	int id;
};

static struct foo foos[] = { { "first", 1 }, { "second", 2 } };

static struct foo *foo_by_name(const char *name) __returns_err;
static struct foo *foo_by_name(const char *name)
{
	return strcmp(name, foos[0].name) ? ERR_PTR(-ENOENT) : &foos[0];
}

static struct foo *foo_by_index(unsigned int i) __returns_err;
static struct foo *foo_by_index(unsigned int i)
{
	return i < ARRAY_SIZE(foos) ? &foos[i] : ERR_PTR(-ERANGE);
}

static noinline int wrong_id(enum kind kind)
{
	struct foo *foo;

	switch (kind) {
	case BY_NAME:
		foo = foo_by_name("first");
		if (IS_ERR(foo))
			return PTR_ERR(foo);
		break;
	case BY_INDEX:
		foo = foo_by_index(2);	/* { dg-note "returned by 'foo_by_index'" } */
		break;
	default:
		return -EINVAL;
	}
	return foo->id;	/* { dg-error "'foo' is used but may be an error pointer: .*'foo_by_index'.*SAFE_E_UNCHECKED_ERR" } */
}

static noinline int right_id(enum kind kind)
{
	struct foo *foo;

	switch (kind) {
	case BY_NAME:
		foo = foo_by_name("first");
		break;
	case BY_INDEX:
		foo = foo_by_index(2);
		break;
	default:
		return -EINVAL;
	}
	return IS_ERR(foo) ? PTR_ERR(foo) : foo->id;
}

static int wrong(void)
{
	return wrong_id(BY_INDEX);
}

static int right(void)
{
	return right_id(BY_INDEX);
}
