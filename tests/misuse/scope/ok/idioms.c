// SPDX-License-Identifier: GPL-2.0
/* What linux/cleanup.h is written for. */
#include <linux/cleanup.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/workqueue.h>

struct foo {
	struct mutex lock;
	spinlock_t stat_lock;
	struct list_head node;
	struct work_struct work;
	char *name;
	int users;
};

static DEFINE_MUTEX(foos_lock);
static LIST_HEAD(foos);

DEFINE_FREE(foo, struct foo *, IS_ERR_OR_NULL(_T) ? (void)0 : kfree(_T))

int foo_register(struct foo *foo);

/* Made, and given away where all went well. */
struct foo *foo_new(const char *name);
struct foo *foo_new(const char *name)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return ERR_PTR(-ENOMEM);

	char *copy __free(kfree) = kstrdup(name, GFP_KERNEL);

	if (!copy)
		return ERR_PTR(-ENOMEM);
	mutex_init(&foo->lock);
	spin_lock_init(&foo->stat_lock);
	foo->name = no_free_ptr(copy);
	return_ptr(foo);
}

/* An error pointer goes to a cleanup that asks for it. */
int foo_try(const char *name);
int foo_try(const char *name)
{
	struct foo *foo __free(foo) = foo_new(name);

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	return foo_register(foo);
}

/* Two guards, always in this order, and a block that ends earlier. */
void foo_add(struct foo *foo);
void foo_add(struct foo *foo)
{
	guard(mutex)(&foos_lock);
	list_add(&foo->node, &foos);
	scoped_guard(mutex, &foo->lock)
		foo->users++;
}

int foo_count(void);
int foo_count(void)
{
	struct foo *foo;
	int n = 0;

	guard(mutex)(&foos_lock);
	list_for_each_entry(foo, &foos, node) {
		guard(mutex)(&foo->lock);
		if (!foo->users)
			continue;
		n += foo->users;
		if (n > 100)
			break;
	}
	return n;
}

/* The guard ends before its object. */
void foo_del(struct foo *foo);
void foo_del(struct foo *foo)
{
	scoped_guard(mutex, &foos_lock)
		list_del(&foo->node);
	cancel_work_sync(&foo->work);
	kfree(foo->name);
	kfree(foo);
}

/* Returned from inside a scoped guard. */
struct foo *foo_find(int users);
struct foo *foo_find(int users)
{
	struct foo *foo;

	scoped_guard(mutex, &foos_lock) {
		list_for_each_entry(foo, &foos, node)
			if (foo->users == users)
				return foo;
	}
	return NULL;
}

/* One buffer for all rounds, and one for each. */
int foo_names(int n);
int foo_names(int n)
{
	char *all __free(kfree) = kzalloc(64, GFP_KERNEL);
	int i, sum = 0;

	if (!all)
		return -ENOMEM;
	for (i = 0; i < n; i++) {
		char *name __free(kfree) = kasprintf(GFP_KERNEL, "foo%d", i);

		if (!name)
			return -ENOMEM;
		strscpy(all, name, 64);
		sum += all[0];
	}
	return sum;
}

/* Set to NULL first where there is no other way: nothing is locked. */
int foo_choose(bool second);
int foo_choose(bool second)
{
	char *name __free(kfree) = NULL;

	if (second)
		name = kstrdup("second", GFP_KERNEL);
	else
		name = kstrdup("first", GFP_KERNEL);
	return name ? name[0] : -ENOMEM;
}
