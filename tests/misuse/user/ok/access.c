// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* User space, read once and written whole. */
#include <linux/errno.h>
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

struct foo {
	u32 kind, size;
	u64 address;
	u8 *data;
};

struct foo_info {
	u32 id, count;
	char name[8];
};

int once(const struct foo __user *user);
int once(const struct foo __user *user)
{
	struct foo foo;

	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	return foo.size > 64 ? -EINVAL : foo.kind;
}

/* The header first, then what follows it. */
int header_and_rest(const struct foo __user *user, u8 *to);
int header_and_rest(const struct foo __user *user, u8 *to)
{
	struct foo foo;

	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	if (foo.size > 64)
		return -EINVAL;
	return copy_from_user(to, user + 1, foo.size) ? -EFAULT : 0;
}

/* One or the other. */
int either(const void __user *user, bool wide, u64 *to);
int either(const void __user *user, bool wide, u64 *to)
{
	u32 low;

	if (wide)
		return copy_from_user(to, user, sizeof(*to)) ? -EFAULT : 0;
	if (copy_from_user(&low, user, sizeof(low)))
		return -EFAULT;
	*to = low;
	return 0;
}

/* From user space, or from the kernel. */
int from_any(void *to, const u8 *from, bool is_user);
int from_any(void *to, const u8 *from, bool is_user)
{
	if (is_user)
		return copy_from_user(to, (const void __user *)from, 8) ? -EFAULT : 0;
	*(u8 *)to = *from;
	return 0;
}

/* The same in a loop, where each round has a pointer of its own. */
int all_from_any(void *to, u8 *const *from, int n, bool is_user);
int all_from_any(void *to, u8 *const *from, int n, bool is_user)
{
	int i;

	for (i = 0; i < n; i++) {
		const u8 *one = from[i];

		if (!is_user)
			memcpy(to, one, 8);
		else if (copy_from_user(to, (const void __user *)one, 8))
			return -EFAULT;
	}
	return 0;
}

/* Read, changed, and written back. */
int update(struct foo __user *user);
int update(struct foo __user *user)
{
	struct foo foo;

	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	foo.size++;
	return copy_to_user(user, &foo, sizeof(foo)) ? -EFAULT : 0;
}

/* Its address is calculated, no more. */
const u32 __user *address(const struct foo __user *user, u32 *kind);
const u32 __user *address(const struct foo __user *user, u32 *kind)
{
	if (copy_from_user(kind, &user->kind, sizeof(*kind)))
		return NULL;
	return &user->size;
}

/* A pointer that the kernel puts into what came from user space. */
int own_pointer(const struct foo __user *user, u8 *data);
int own_pointer(const struct foo __user *user, u8 *data)
{
	struct foo foo;

	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	foo.data = data;
	return foo.data[0];
}

/* All of it is set. */
int all_set(struct foo_info __user *user);
int all_set(struct foo_info __user *user)
{
	struct foo_info info;

	memset(&info, 0, sizeof(info));
	info.id = 1;
	strscpy(info.name, "foo", sizeof(info.name));
	return copy_to_user(user, &info, sizeof(info)) ? -EFAULT : 0;
}

int initialised(struct foo_info __user *user);
int initialised(struct foo_info __user *user)
{
	struct foo_info info = { .id = 1 };

	info.count = 2;
	return copy_to_user(user, &info, sizeof(info)) ? -EFAULT : 0;
}

/* Only what is set goes out. */
int part(u32 __user *user);
int part(u32 __user *user)
{
	struct foo_info info;

	info.id = 1;
	info.count = 2;
	return copy_to_user(user, &info.id, sizeof(info.id)) ? -EFAULT : 0;
}

static long foo_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	void __user *user = (void __user *)arg;

	/* A number, not an address. */
	if (cmd == 1)
		return arg > 7 ? -EINVAL : arg;
	return once(user);
}

const struct file_operations foo_fops = { .unlocked_ioctl = foo_ioctl };
