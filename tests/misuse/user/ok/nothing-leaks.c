// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Structs that go to user space, with every byte of them set. */
#include <linux/errno.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

struct foo_info {
	u32 id, count, flags;
};

struct foo_padded {
	u8 kind;
	u32 size;
};

struct foo {
	struct list_head node;
	struct foo_info info;
	u32 state;
};

int foo_ask(u32 id, struct foo_info *info);

static inline void foo_info_init(struct foo_info *info, u32 id)
{
	memset(info, 0, sizeof(*info));
	info->id = id;
}

static int foo_fill(struct foo_info *info, u32 id)
{
	if (id > 7)
		return -EINVAL;
	info->id = id;
	info->count = 1;
	info->flags = 0;
	return 0;
}

#define FOO_INFO(_id, _count) { .id = (_id), .count = (_count) }

/* Set anew in each round. */
int each(struct foo_info __user *user, int n);
int each(struct foo_info __user *user, int n)
{
	int i;

	for (i = 0; i < n; i++) {
		struct foo_info info;

		info.id = i;
		info.count = n;
		info.flags = 0;
		if (copy_to_user(user + i, &info, sizeof(info)))
			return -EFAULT;
	}
	return i;
}

/* Cleared once, and changed in each round. */
int each_changed(struct foo_info __user *user, int n);
int each_changed(struct foo_info __user *user, int n)
{
	struct foo_info info;
	int i;

	memset(&info, 0, sizeof(info));
	for (i = 0; i < n; i++) {
		info.id = i;
		if (copy_to_user(user + i, &info, sizeof(info)))
			return -EFAULT;
	}
	return i;
}

/* An inline helper clears it. */
int helped(struct foo_info __user *user);
int helped(struct foo_info __user *user)
{
	struct foo_info info;

	foo_info_init(&info, 3);
	info.count = 4;
	return copy_to_user(user, &info, sizeof(info)) ? -EFAULT : 0;
}

/* The out-parameter is whole where the function says 0, and is sent only then. */
int filled(struct foo_info __user *user, u32 id);
int filled(struct foo_info __user *user, u32 id)
{
	struct foo_info info;
	int ret = foo_fill(&info, id);

	if (!ret && copy_to_user(user, &info, sizeof(info)))
		ret = -EFAULT;
	return ret;
}

/* The rest is set by a function that is not in sight. */
int asked(struct foo_info __user *user, u32 id);
int asked(struct foo_info __user *user, u32 id)
{
	struct foo_info info;
	int ret;

	info.id = id;
	ret = foo_ask(id, &info);
	if (ret)
		return ret;
	return copy_to_user(user, &info, sizeof(info)) ? -EFAULT : 0;
}

/* By a macro, which leaves nothing out: what it does not name is 0. */
int by_macro(struct foo_info __user *user);
int by_macro(struct foo_info __user *user)
{
	struct foo_info info = FOO_INFO(1, 2);

	return copy_to_user(user, &info, sizeof(info)) ? -EFAULT : 0;
}

/* Through a second name. */
int by_alias(struct foo_info __user *user);
int by_alias(struct foo_info __user *user)
{
	struct foo_info info, *to = &info;

	to->id = 1;
	to->count = 2;
	to->flags = 4;
	return copy_to_user(user, &info, sizeof(info)) ? -EFAULT : 0;
}

/* A copy of one that is whole; the list has no other. */
int found(struct list_head *list, u32 id, struct foo_info __user *user);
int found(struct list_head *list, u32 id, struct foo_info __user *user)
{
	struct foo_info info;
	struct foo *foo;

	list_for_each_entry(foo, list, node) {
		if (foo->info.id != id)
			continue;
		info = foo->info;
		info.flags |= foo->state;
		return copy_to_user(user, &info, sizeof(info)) ? -EFAULT : 0;
	}
	return -ENOENT;
}

/* Cleared memory of the heap, freed on each way out. */
int allocated(struct foo_padded __user *user, u32 size);
int allocated(struct foo_padded __user *user, u32 size)
{
	struct foo_padded *padded = kzalloc(sizeof(*padded), GFP_KERNEL);
	int ret = 0;

	if (!padded)
		return -ENOMEM;
	padded->kind = 1;
	if (size > 64) {
		ret = -EINVAL;
		goto free;
	}
	padded->size = size;
	if (copy_to_user(user, padded, sizeof(*padded)))
		ret = -EFAULT;
free:
	kfree(padded);
	return ret;
}

/* Padding that was cleared with the rest. */
int padded(struct foo_padded __user *user);
int padded(struct foo_padded __user *user)
{
	struct foo_padded padded;

	memset(&padded, 0, sizeof(padded));
	padded.kind = 1;
	padded.size = 2;
	return copy_to_user(user, &padded, sizeof(padded)) ? -EFAULT : 0;
}

/* No more than what is set: the padding behind it stays here. */
int first_part(struct foo_padded __user *user);
int first_part(struct foo_padded __user *user)
{
	struct foo_padded padded;

	padded.kind = 1;
	padded.size = 2;
	if (put_user(padded.size, &user->size))
		return -EFAULT;
	return copy_to_user(user, &padded, sizeof(padded.kind)) ? -EFAULT : 0;
}

/* Read from user space first, and only changed here. */
static long foo_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct foo_info __user *user = (struct foo_info __user *)arg;
	struct foo_info info;
	int ret;

	if (copy_from_user(&info, user, sizeof(info)))
		return -EFAULT;
	ret = foo_ask(info.id, &info);
	if (!ret)
		info.count++;
	info.flags = cmd;
	return copy_to_user(user, &info, sizeof(info)) ? -EFAULT : ret;
}

const struct file_operations foo_info_fops = { .unlocked_ioctl = foo_ioctl };
