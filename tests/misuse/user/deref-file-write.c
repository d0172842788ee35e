// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel tried to access user memory|Kernel mode fault|KASAN:  */
#include "../misuse.h"
#include "../user_page.h"
#include <linux/fs.h>

struct foo {
	u32 kind;
	u32 size;
};

static ssize_t wrong_write(struct file *file, const char __user *buf, size_t n, loff_t *pos)
{
	return buf[0] == '1' ? n : -EINVAL;	/* { dg-error "'buf' is dereferenced, but it is an argument from user space.*SAFE_E_USER_DEREF" } */
}

static ssize_t right_write(struct file *file, const char __user *buf, size_t n, loff_t *pos)
{
	char first;

	if (copy_from_user(&first, buf, 1))
		return -EFAULT;
	return first == '1' ? n : -EINVAL;
}

const struct file_operations wrong_fops = { .write = wrong_write };
const struct file_operations right_fops = { .write = right_write };

const struct file_operations *fops[] = { &wrong_fops, &right_fops };

static noinline int wrong_do(void __user *user)
{
	return fops[0]->write(NULL, user, 4, NULL);
}

static noinline int right_do(void __user *user)
{
	return fops[1]->write(NULL, user, 4, NULL);
}

static int wrong(void)
{
	struct foo foo = { .kind = 1, .size = 8 };
	void __user *page = user_page(&foo, sizeof(foo));

	return page ? wrong_do(page) : -ENOMEM;
}

static int right(void)
{
	struct foo foo = { .kind = 1, .size = 8 };
	void __user *page = user_page(&foo, sizeof(foo));

	return page ? right_do(page) : -ENOMEM;
}
