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
	u32 kind;

	if (copy_from_user(&kind, &user->kind, sizeof(kind)))
		return -EFAULT;
	return kind + user->size;	/* { dg-error "'user' is dereferenced, but it points to user space, as its use in 'copy_from_user' says: copy what it points to.*SAFE_E_USER_DEREF" } */
}

static noinline int right_do(struct foo __user *user)
{
	struct foo foo;

	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	return foo.kind + foo.size;
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
