// SPDX-License-Identifier: GPL-2.0
/* Whoever puts a reference has not always put the last one. */
#include <linux/device.h>
#include <linux/kref.h>
#include <linux/refcount.h>
#include <linux/slab.h>

#include <safe/annotations.h>

struct foo {
	struct kref refs;
	refcount_t users;
	struct foo *parent;
	int id;
};

struct foo *foo_open(int id) __returns_owned __returns_null __released_by("foo_put");
struct foo *foo_find(int id) __returns_owned __returns_null __released_by("foo_put");
void foo_put(struct foo *__puts foo);

static void foo_release(struct kref *refs)
{
	kfree(container_of(refs, struct foo, refs));
}

static struct foo *foo_get(struct foo *foo)
{
	kref_get(&foo->refs);
	return foo;
}

/* The caller has one too. */
int use_for_a_while(struct foo *foo);
int use_for_a_while(struct foo *foo)
{
	foo_get(foo);
	foo->id++;
	foo_put(foo);
	return foo->id;
}

/* Two of our own: the object is there until the second is put. */
int use_twice(int id);
int use_twice(int id)
{
	struct foo *again, *foo = foo_open(id);

	if (!foo)
		return -ENOENT;
	again = foo_get(foo);
	foo_put(foo);
	id = again->id;
	foo_put(again);
	return id;
}

/* Freed only by who puts the last one. */
static void foo_unuse(struct foo *foo)
{
	if (refcount_dec_and_test(&foo->users))
		kfree(foo);
}

int unuse_both(struct foo *foo);
int unuse_both(struct foo *foo)
{
	int id = foo->id;

	foo_unuse(foo->parent);
	foo_unuse(foo);
	return id;
}

/* One put a round, for one found a round. */
int sum(int n);
int sum(int n)
{
	int i, total = 0;

	for (i = 0; i < n; i++) {
		struct foo *foo = foo_find(i);

		if (!foo)
			continue;
		total += foo->id;
		foo_put(foo);
	}
	return total;
}

/* Up the tree, each one held until its parent is. */
struct foo *root_of(struct foo *foo);
struct foo *root_of(struct foo *foo)
{
	foo_get(foo);
	while (foo->parent) {
		struct foo *parent = foo_get(foo->parent);

		foo_put(foo);
		foo = parent;
	}
	return foo;
}

/* The new one first: it may be the same. */
void set_parent(struct foo *foo, struct foo *parent);
void set_parent(struct foo *foo, struct foo *parent)
{
	struct foo *old = foo->parent;

	foo->parent = foo_get(parent);
	kref_put(&old->refs, foo_release);
	foo->id = foo->parent->id;
}

/* Lent by the list: a reference of its own is taken before it is handed out. */
struct foo *foo_peek(int id) __returns_borrowed;
struct foo *foo_hold(int id) __returns_owned __released_by("foo_put");

struct foo *foo_hold(int id)
{
	struct foo *foo = foo_peek(id);

	if (foo)
		kref_get(&foo->refs);
	return foo;
}

struct device *foo_device(int id) __returns_borrowed;
struct device *foo_hold_device(int id) __returns_owned;

struct device *foo_hold_device(int id)
{
	struct device *dev = foo_device(id);

	get_device(dev);
	return dev;
}

/* Until it is put again. */
int foo_peek_and_use(int id);
int foo_peek_and_use(int id)
{
	struct foo *foo = foo_peek(id);

	if (!foo || !kref_get_unless_zero(&foo->refs))
		return -ENOENT;
	id = foo->id;
	foo_put(foo);
	return id;
}
