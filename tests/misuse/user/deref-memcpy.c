// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel tried to access user memory|Kernel mode fault|KASAN:  */
#include "../misuse.h"
#include "../user_page.h"

struct foo {
	u32 kind;
	u32 size;
};

static noinline int wrong_do(struct foo __user *user)
{
	struct foo foo, old;

	memset(&foo, 0, sizeof(foo));
	memcpy(&old, user, sizeof(old));	/* { dg-error "'user' is dereferenced, but it points to user space.*SAFE_E_USER_DEREF" } */
	if (copy_to_user(user, &foo, sizeof(foo)))
		return -EFAULT;
	return old.kind;
}

static noinline int right_do(struct foo __user *user)
{
	struct foo foo, old;

	memset(&foo, 0, sizeof(foo));
	if (copy_from_user(&old, user, sizeof(old)) || copy_to_user(user, &foo, sizeof(foo)))
		return -EFAULT;
	return old.kind;
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
