// SPDX-License-Identifier: GPL-2.0
/* Members that are set before others see the object. */
#include <linux/atomic.h>
#include <linux/kref.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/wait.h>
#include <linux/workqueue.h>
#include <safe/annotations.h>

struct __shared_type foo {
	int irq __set_once;
	char *name __set_once;
	atomic_t users;
};

static struct foo *the_foo;

static void foo_init(struct foo *foo, int irq)
{
	foo->irq = irq;
	foo->name = NULL;
}

int foo_new(int irq);
int foo_new(int irq)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo->irq = irq;
	if (irq < 0)
		foo->irq = 0;
	foo_init(foo, irq);
	the_foo = foo;
	atomic_inc(&foo->users);
	return foo->irq;
}

int foo_local(void);
int foo_local(void)
{
	struct foo foo = { .irq = 1 };

	foo.irq++;
	return foo.irq + atomic_read(&foo.users);
}
