// SPDX-License-Identifier: GPL-2.0
/* What is moved out is not released under the lock. */
#include <linux/delay.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct foo {
	spinlock_t lock;
	struct foo *next;
	int open;
};

void foo_init(struct foo *foo);
void foo_init(struct foo *foo)
{
	spin_lock_init(&foo->lock);
}

static void foo_close(struct foo *foo)
{
	msleep(20);
	kfree(foo);
}

static void foo_drop(struct foo **foo)
{
	if (*foo)
		foo_close(*foo);
}

#define __foo __attribute__((cleanup(foo_drop)))

int moved(struct foo *head, int keep);
int moved(struct foo *head, int keep)
{
	struct foo *foo __foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	if (!keep)
		return -EINVAL;
	spin_lock(&head->lock);
	head->next = foo;
	foo = NULL;
	spin_unlock(&head->lock);
	return 0;
}

static void unlock(spinlock_t **lock)
{
	spin_unlock(*lock);
}

int scoped(struct foo *head);
int scoped(struct foo *head)
{
	struct foo *foo __foo = NULL;

	{
		spinlock_t *lock __attribute__((cleanup(unlock))) = &head->lock;

		spin_lock(lock);
		foo = head->next;
		head->next = NULL;
	}
	return foo ? foo->open : 0;
}
