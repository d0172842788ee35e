// SPDX-License-Identifier: GPL-2.0
/* A cleanup that has nothing left to do, where doing it would sleep. */
#include <linux/cleanup.h>
#include <linux/delay.h>
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
DEFINE_FREE(foo_close, struct foo *, _T ? foo_close(_T) : (void)0)

/* Moved out where the lock is held, released where it is not. */
int on_one_path(struct foo *head, bool keep);
int on_one_path(struct foo *head, bool keep)
{
	struct foo *foo __free(foo_close) = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	if (keep) {
		spin_lock(&head->lock);
		head->next = no_free_ptr(foo);
		spin_unlock(&head->lock);
	}
	return 0;
}

/* At the end of the scope the lock is held, and there is nothing to release. */
int under_the_guard(struct foo *head, int open);
int under_the_guard(struct foo *head, int open)
{
	struct foo *new = kzalloc(sizeof(*new), GFP_KERNEL);

	if (!new)
		return -ENOMEM;
	guard(spinlock)(&head->lock);

	struct foo *foo __free(foo_close) = new;

	foo->open = open;
	head->next = no_free_ptr(foo);
	return 0;
}

/* The same with a test around it. */
struct foo *either(struct foo *head, bool give);
struct foo *either(struct foo *head, bool give)
{
	struct foo *foo __free(foo_close) = kzalloc(sizeof(*foo), GFP_KERNEL);

	spin_lock(&head->lock);
	if (give && foo) {
		struct foo *given __free(foo_close) = no_free_ptr(foo);

		given->next = head->next;
		head->next = no_free_ptr(given);
	}
	spin_unlock(&head->lock);
	return_ptr(foo);
}
