// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel tried to access user memory|Kernel mode fault|KASAN:  */
#include "../misuse.h"
#include "../user_page.h"
#include <linux/fs.h>

struct foo {
	u32 kind;
	u32 size;
};

static long wrong_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct foo *foo = (struct foo *)arg;

	return foo->size;	/* { dg-error "'(foo|arg)' is dereferenced, but it is an argument from user space: copy what it points to.*SAFE_E_USER_DEREF" } */
}

static long right_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct foo foo;

	if (copy_from_user(&foo, (void __user *)arg, sizeof(foo)))
		return -EFAULT;
	return foo.size;
}

const struct file_operations wrong_fops = { .unlocked_ioctl = wrong_ioctl };
const struct file_operations right_fops = { .unlocked_ioctl = right_ioctl };

const struct file_operations *fops[] = { &wrong_fops, &right_fops };

static noinline int wrong_do(void __user *user)
{
	return fops[0]->unlocked_ioctl(NULL, 1, (unsigned long)user);
}

static noinline int right_do(void __user *user)
{
	return fops[1]->unlocked_ioctl(NULL, 1, (unsigned long)user);
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
