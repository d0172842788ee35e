// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/kref.h>

struct part {
	struct kref users;
	int size;
};

struct part *part_get(int size) __returns_owned __returns_null __released_by("part_put");
void part_put(struct part *__takes part);

noinline struct part *part_get(int size)
{
	struct part *part = kzalloc(sizeof(*part), GFP_KERNEL);

	if (!part)
		return NULL;
	kref_init(&part->users);
	part->size = size;
	return part;
}

void part_put(struct part *part)
{
	kfree(part);
}

struct wrong_foo {
	struct part *part;
	int limit;
};

/* Neither here nor where the object goes: one defect, said where it is forgotten first. */
static noinline int wrong_begin(struct wrong_foo *foo, int size)
{
	foo->part = part_get(size);	/* { dg-note "done by 'part_get'" } */
	if (!foo->part)
		return -ENOMEM;
	if (size > foo->limit)
		return -E2BIG;	/* { dg-warning "what 'part_get' did is not undone here, where the function fails; call part_put.*SAFE_E_NOT_UNDONE" } */
	return 0;
}

static noinline void wrong_destroy(struct wrong_foo *foo)
{
	foo->limit = 0;
	kfree(foo);
}

struct right_foo {
	struct part *part;
	int limit;
};

static noinline int right_begin(struct right_foo *foo, int size)
{
	foo->part = part_get(size);
	if (!foo->part)
		return -ENOMEM;
	if (size > foo->limit) {
		part_put(foo->part);
		return -E2BIG;
	}
	return 0;
}

static noinline void right_destroy(struct right_foo *foo, bool complete)
{
	if (complete)
		part_put(foo->part);
	kfree(foo);
}

/* Somebody calls them who knows only that they are there. */
static int (*wrong_op)(struct wrong_foo *, int) = wrong_begin;
static void (*wrong_end)(struct wrong_foo *) = wrong_destroy;
static int (*right_op)(struct right_foo *, int) = right_begin;
static void (*right_end)(struct right_foo *, bool) = right_destroy;

static int wrong(void)
{
	struct wrong_foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = READ_ONCE(wrong_op)(foo, 1);
	READ_ONCE(wrong_end)(foo);
	return ret;
}

static int right(void)
{
	struct right_foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = READ_ONCE(right_op)(foo, 1);
	READ_ONCE(right_end)(foo, !ret);
	return ret;
}
