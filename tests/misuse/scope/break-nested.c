// SPDX-License-Identifier: GPL-2.0
/* Runs into: must:  */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>

struct foo {
	struct list_head node;
	int id;
};

static LIST_HEAD(foos);
static DEFINE_MUTEX(foo_lock);

static int wrong(void)
{
	struct foo a = { .id = -1 }, b = { .id = 3 }, *foo;
	int sum = 0;

	list_add_tail(&a.node, &foos);
	list_add_tail(&b.node, &foos);
	list_for_each_entry(foo, &foos, node) {
		scoped_guard(mutex, &foo_lock)
			scoped_guard(rcu)
				if (foo->id < 0)
					continue;	/* { dg-error "SAFE_E_SCOPE_BREAK" } */
		sum += foo->id;
	}
	INIT_LIST_HEAD(&foos);
	must(sum == 3);
	return 0;
}

static int right(void)
{
	struct foo a = { .id = -1 }, b = { .id = 3 }, *foo;
	int sum = 0;

	list_add_tail(&a.node, &foos);
	list_add_tail(&b.node, &foos);
	list_for_each_entry(foo, &foos, node) {
		guard(mutex)(&foo_lock);
		guard(rcu)();
		if (foo->id < 0)
			continue;
		sum += foo->id;
	}
	INIT_LIST_HEAD(&foos);
	must(sum == 3);
	return 0;
}
