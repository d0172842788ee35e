// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Pointers that look like those of user space, and are the kernel's. */
#include <linux/container_of.h>
#include <linux/errno.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/list.h>
#include <linux/proc_fs.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

struct foo {
	u32 kind, size;
	u8 *data;
};

struct foo_request {
	struct list_head node;
	struct foo foo;
	void __user *reply;
	u8 *buffer;
};

/* What was copied has the name of its source: the source itself is not touched. */
int replaced(void __user *user);
int replaced(void __user *user)
{
	struct foo *foo = memdup_user(user, sizeof(*foo));
	int kind;

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	kind = foo->kind;
	kfree(foo);
	return kind;
}

/* A string of user space, as the kernel has it. */
int named(const char __user *user);
int named(const char __user *user)
{
	char *name = strndup_user(user, 16);
	int ret;

	if (IS_ERR(name))
		return PTR_ERR(name);
	ret = strcmp(name, "foo") ? -ENOENT : 0;
	kfree(name);
	return ret;
}

/* The request is the kernel's, though it has a pointer that is not. */
int reply(struct foo_request *request);
int reply(struct foo_request *request)
{
	request->foo.size = sizeof(request->foo);
	if (copy_to_user(request->reply, &request->foo, sizeof(request->foo)))
		return -EFAULT;
	return request->foo.kind;
}

/* Its member leads back to it, not into user space. */
static int foo_fetch(struct foo *foo, const void __user *from)
{
	struct foo_request *request = container_of(foo, struct foo_request, foo);

	if (copy_from_user(request->buffer, from, 8))
		return -EFAULT;
	return request->buffer[0];
}

int fetch(struct foo_request *request);
int fetch(struct foo_request *request)
{
	return foo_fetch(&request->foo, request->reply);
}

/* All that wait have a place of user space each. */
int reply_all(struct list_head *requests);
int reply_all(struct list_head *requests)
{
	struct foo_request *request;

	list_for_each_entry(request, requests, node) {
		if (copy_to_user(request->reply, &request->foo, sizeof(request->foo)))
			return -EFAULT;
		request->foo.kind = 0;
	}
	return 0;
}

/* What user space gave is a number, for which the kernel has a pointer. */
int looked_up(struct foo *const *foos, const struct foo __user *user);
int looked_up(struct foo *const *foos, const struct foo __user *user)
{
	struct foo foo;

	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	if (foo.kind > 7)
		return -EINVAL;
	return foos[foo.kind]->size;
}

/* The pointer in it is replaced before it is used, in every case. */
int copied_through(const struct foo __user *user);
int copied_through(const struct foo __user *user)
{
	struct foo foo;
	int ret;

	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	if (!foo.size || foo.size > 64)
		return -EINVAL;
	foo.data = memdup_user((void __user *)foo.data, foo.size);
	if (IS_ERR(foo.data))
		return PTR_ERR(foo.data);
	ret = foo.data[0];
	kfree(foo.data);
	return ret;
}

/* The struct of the kernel is filled in part by user space, and has a pointer beside. */
int beside(struct foo_request *request, const struct foo __user *user);
int beside(struct foo_request *request, const struct foo __user *user)
{
	if (copy_from_user(&request->foo, user, offsetof(struct foo, data)))
		return -EFAULT;
	request->foo.data[0] = request->foo.kind;
	return 0;
}

/* The same, in a local copy whose pointer was there before. */
int kept_pointer(const struct foo *old, const struct foo __user *user);
int kept_pointer(const struct foo *old, const struct foo __user *user)
{
	struct foo foo = *old;

	if (copy_from_user(&foo, user, offsetof(struct foo, data)))
		return -EFAULT;
	return foo.data[0];
}

/* First a pointer of the one kind, then of the other, in one variable. */
int reused(const char __user *user, size_t n);
int reused(const char __user *user, size_t n)
{
	const char *at = (__force const char *)user;
	char text[16];

	if (n >= sizeof(text) || copy_from_user(text, (const void __user *)at, n))
		return -EFAULT;
	text[n] = '\0';
	at = text;
	return strlen(at) + *at;
}

/* The kernel itself may call it, and says so. */
int from_either(u32 *to, const void *from, bool kernel);
int from_either(u32 *to, const void *from, bool kernel)
{
	if (kernel) {
		*to = *(const u32 *)from;
		return 0;
	}
	return get_user(*to, (const u32 __user *)from);
}

/* The file's own data, beside the argument that is user space's. */
static ssize_t foo_read(struct file *file, char __user *buf, size_t n, loff_t *pos)
{
	struct foo *foo = file->private_data;

	if (n > foo->size)
		n = foo->size;
	*pos += n;
	return copy_to_user(buf, foo->data, n) ? -EFAULT : n;
}

static ssize_t foo_write(struct file *file, const char __user *buf, size_t n, loff_t *pos)
{
	struct foo *foo = file->private_data;
	char *text = memdup_user_nul(buf, n);
	int ret;

	if (IS_ERR(text))
		return PTR_ERR(text);
	ret = kstrtou32(text, 0, &foo->kind);
	kfree(text);
	return ret ? ret : n;
}

const struct proc_ops foo_proc = { .proc_read = foo_read, .proc_write = foo_write };
