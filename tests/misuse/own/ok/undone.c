// SPDX-License-Identifier: GPL-2.0
/* What is done is undone, or is not this function's to undo. */
#include <linux/err.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/types.h>

struct foo {
	struct list_head node;
	struct foo *parent;
	int id, flags;
	bool started;
};

struct list_head foos;

int foo_start(struct foo *foo);
void foo_stop(struct foo *foo);
int foo_check(struct foo *foo, int how);
void foo_get(struct foo *foo);
void foo_put(struct foo *foo);
struct foo *foo_lookup(int id);
int foo_attach(struct foo *foo, struct foo *parent);
void foo_detach(struct foo *foo);
int foo_register(struct foo *foo);
void foo_unregister(struct foo *foo);
unsigned long foo_map(struct foo *foo);
void foo_unmap(struct foo *foo, unsigned long at);
int foo_mapping_error(struct foo *foo, unsigned long at);
int on_release(struct foo *foo, void (*release)(struct foo *foo));
int ask(struct foo *foo);

/* Kept where it succeeds, undone where it fails: by a goto, and by an own block. */
int start(struct foo *foo);
int start(struct foo *foo)
{
	int ret = foo_start(foo);

	if (ret)
		return ret;
	ret = foo_register(foo);
	if (ret) {
		foo_stop(foo);
		return ret;
	}
	ret = foo_check(foo, 1);
	if (ret)
		goto unregister;
	return 0;
unregister:
	foo_unregister(foo);
	foo_stop(foo);
	return ret;
}

/* The condition on which it was done says whether it is undone. */
int start_if_asked(struct foo *foo);
int start_if_asked(struct foo *foo)
{
	bool started = false;
	int ret;

	if (foo->flags & 1) {
		ret = foo_start(foo);
		if (ret)
			return ret;
		started = true;
	}
	ret = foo_check(foo, 2);
	if (ret)
		goto stop;
	ret = foo_check(foo, 3);
	if (ret)
		goto stop;
	return 0;
stop:
	if (started)
		foo_stop(foo);
	return ret;
}

/* What was done is in the object itself. */
int start_as_it_says(struct foo *foo);
int start_as_it_says(struct foo *foo)
{
	int ret;

	if (foo->flags & 2) {
		ret = foo_start(foo);
		if (ret)
			return ret;
	}
	ret = ask(foo);
	if (!ret)
		return 0;
	if (foo->flags & 2)
		foo_stop(foo);
	return ret;
}

/* The reference is handed on to who wants it, and to the caller. */
struct foo *find(int id);
struct foo *find(int id)
{
	struct foo *foo = foo_lookup(id);

	if (!foo)
		return ERR_PTR(-ENOENT);
	if (foo_check(foo, 4)) {
		foo_put(foo);
		return ERR_PTR(-EINVAL);
	}
	return foo;
}

/* Who fails to attach has put the parent: nobody else does that there. */
int attach(struct foo *foo, int id);
int attach(struct foo *foo, int id)
{
	struct foo *parent = foo_lookup(id);
	int ret;

	if (!parent)
		return -ENOENT;
	if (foo->parent) {
		foo_put(parent);
		return -EBUSY;
	}
	ret = foo_attach(foo, parent);
	if (ret < 0)
		return ret;
	foo->parent = parent;
	return 0;
}

/* All that were started, in a loop. */
int start_all(struct foo **all, int n);
int start_all(struct foo **all, int n)
{
	int i, ret;

	for (i = 0; i < n; i++) {
		ret = foo_start(all[i]);
		if (ret)
			goto stop;
	}
	ret = foo_check(all[0], 5);
	if (ret)
		goto stop;
	return 0;
stop:
	while (i--)
		foo_stop(all[i]);
	return ret;
}

/* By a helper, and by what calls it back when the object goes. */
static void undo_all(struct foo *foo)
{
	foo_unregister(foo);
	foo_stop(foo);
}

int start_with_helper(struct foo *foo);
int start_with_helper(struct foo *foo)
{
	int ret = foo_start(foo);

	if (ret)
		return ret;
	ret = foo_register(foo);
	if (ret) {
		foo_stop(foo);
		return ret;
	}
	ret = foo_check(foo, 6);
	if (ret)
		undo_all(foo);
	return ret;
}

int start_managed(struct foo *foo);
int start_managed(struct foo *foo)
{
	int ret = foo_start(foo);

	if (ret)
		return ret;
	ret = on_release(foo, foo_stop);
	if (ret) {
		foo_stop(foo);
		return ret;
	}
	return foo_check(foo, 7) ? -EIO : 0;
}

/* An address that is none: nothing was mapped. */
int map(struct foo *foo);
int map(struct foo *foo)
{
	unsigned long at = foo_map(foo);
	int ret;

	if (foo_mapping_error(foo, at))
		return -ENOMEM;
	ret = foo_check(foo, 8);
	foo_unmap(foo, at);
	return ret;
}

/* The caller undoes all that was done when anything fails. */
static int begin(struct foo *foo)
{
	int ret = foo_start(foo);

	if (ret)
		return ret;
	return foo_register(foo);
}

int begin_or_end(struct foo *foo);
int begin_or_end(struct foo *foo)
{
	int ret = begin(foo);

	if (ret)
		undo_all(foo);
	return ret;
}

/* Without an answer the other side still has it: it must not go. */
int send_and_wait(struct foo *foo);
int send_and_wait(struct foo *foo)
{
	int ret;

	foo_get(foo);
	ret = ask(foo);
	if (ret != -ERESTARTSYS)
		foo_put(foo);
	return ret;
}

/* A list holds it from here on. */
int publish(int id);
int publish(int id)
{
	struct foo *foo = foo_lookup(id);

	if (!foo)
		return -ENOENT;
	if (foo->started) {
		foo_put(foo);
		return -EBUSY;
	}
	list_add(&foo->node, &foos);
	return foo_check(foo, 9) ? -EAGAIN : 0;
}
