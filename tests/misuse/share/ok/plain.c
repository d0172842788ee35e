// SPDX-License-Identifier: GPL-2.0
/* A struct that is not shared may have anything. */
#include <linux/atomic.h>
#include <linux/kref.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/wait.h>
#include <linux/workqueue.h>
#include <safe/annotations.h>

struct foo {
	int users;
	char *name;
	spinlock_t lock;
};

void foo_use(struct foo *foo);
void foo_use(struct foo *foo)
{
	foo->users++;
	foo->name = NULL;
}
