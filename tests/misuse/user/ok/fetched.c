// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Read from user space several times, and never the same with a test between. */
#include <linux/errno.h>
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

struct foo {
	u32 kind, size;
	u64 address;
};

struct foo_item {
	struct list_head node;
	struct foo foo;
};

int foo_use(const struct foo *foo, const void *data);

/* Each round has an element of its own. */
int each(const struct foo __user *user, unsigned int n);
int each(const struct foo __user *user, unsigned int n)
{
	struct foo foo;
	unsigned int i;

	for (i = 0; i < n; i++) {
		if (copy_from_user(&foo, &user[i], sizeof(foo)))
			return -EFAULT;
		if (foo.size > 64)
			return -EINVAL;
	}
	return 0;
}

/* The pointer moves on by as much as was read. */
int records(const u8 __user *user, size_t n, u8 *to);
int records(const u8 __user *user, size_t n, u8 *to)
{
	while (n) {
		u8 size;

		if (get_user(size, user))
			return -EFAULT;
		if (!size || size > n)
			return -EINVAL;
		if (copy_from_user(to, user, size))
			return -EFAULT;
		user += size;
		n -= size;
	}
	return 0;
}

/* All of them in a list: when one fails, those before it go. */
int collect(struct list_head *list, const struct foo __user *user, int n);
int collect(struct list_head *list, const struct foo __user *user, int n)
{
	struct foo_item *item, *next;
	int ret;

	for (; n; n--, user++) {
		item = kzalloc(sizeof(*item), GFP_KERNEL);
		if (!item) {
			ret = -ENOMEM;
			goto free;
		}
		list_add_tail(&item->node, list);
		if (copy_from_user(&item->foo, user, sizeof(item->foo))) {
			ret = -EFAULT;
			goto free;
		}
		if (item->foo.size > 64) {
			ret = -EINVAL;
			goto free;
		}
	}
	return 0;

free:
	list_for_each_entry_safe(item, next, list, node) {
		list_del(&item->node);
		kfree(item);
	}
	return ret;
}

/* The first says how long the second is, which lies behind it. */
int message(const struct foo __user *user);
int message(const struct foo __user *user)
{
	struct foo head;
	void *data;
	int ret;

	if (copy_from_user(&head, user, sizeof(head)))
		return -EFAULT;
	if (head.size > 64)
		return -EINVAL;
	data = memdup_user(user + 1, head.size);
	if (IS_ERR(data))
		return PTR_ERR(data);
	ret = foo_use(&head, data);
	kfree(data);
	return ret;
}

/* Members, one by one. */
int members(const struct foo __user *user);
int members(const struct foo __user *user)
{
	struct foo foo = { };

	if (get_user(foo.kind, &user->kind))
		return -EFAULT;
	if (foo.kind > 3)
		return -EINVAL;
	if (get_user(foo.size, &user->size) || get_user(foo.address, &user->address))
		return -EFAULT;
	return foo_use(&foo, NULL);
}

/* Another attempt has nothing of the first. */
int retried(const struct foo __user *user);
int retried(const struct foo __user *user)
{
	struct foo foo;
	int tries = 3;

again:
	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	if (foo_use(&foo, NULL) == -EAGAIN && --tries)
		goto again;
	return tries ? 0 : -EBUSY;
}

/* The whole, after a part of which nobody has asked anything. */
int whole_after_part(const struct foo __user *user, u32 *kind);
int whole_after_part(const struct foo __user *user, u32 *kind)
{
	struct foo foo;

	if (get_user(*kind, &user->kind))
		return -EFAULT;
	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	return foo.size > 64 ? -EINVAL : foo_use(&foo, NULL);
}

/* One of two places, each of them once. */
int one_of_two(const struct foo __user *user, const struct foo __user *other);
int one_of_two(const struct foo __user *user, const struct foo __user *other)
{
	struct foo first, second;

	if (copy_from_user(&first, user, sizeof(first)))
		return -EFAULT;
	if (first.size > 64)
		return -EINVAL;
	if (copy_from_user(&second, other, first.size < sizeof(second) ? first.size
									  : sizeof(second)))
		return -EFAULT;
	return first.kind;
}

enum { FOO_GET, FOO_SET };

/* Each case reads for itself. */
int by_command(int command, const struct foo __user *user);
int by_command(int command, const struct foo __user *user)
{
	struct foo foo;
	u32 kind;

	switch (command) {
	case FOO_GET:
		if (get_user(kind, &user->kind))
			return -EFAULT;
		return kind > 3 ? -EINVAL : kind;
	case FOO_SET:
		if (copy_from_user(&foo, user, sizeof(foo)))
			return -EFAULT;
		return foo.kind > 3 ? -EINVAL : foo_use(&foo, NULL);
	default:
		return -ENOTTY;
	}
}
