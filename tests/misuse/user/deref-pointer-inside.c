// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel tried to access user memory|Kernel mode fault|KASAN:  */
#include "../misuse.h"
#include "../user_page.h"

struct foo {
	u32 kind;
	u32 size;
	u8 *data;
};

static noinline int wrong_do(struct foo __user *user)
{
	struct foo foo;

	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	return foo.data[1];	/* { dg-error "'foo.data' is dereferenced, but it was read from user space, which may have put any address there: copy what it points to with copy_from_user...*SAFE_E_USER_DEREF" } */
}

static noinline int right_do(struct foo __user *user)
{
	struct foo foo;
	u8 byte;

	if (copy_from_user(&foo, user, sizeof(foo)) ||
	    copy_from_user(&byte, (u8 __user *)foo.data, 1))
		return -EFAULT;
	return byte;
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
