// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel tried to access user memory|Kernel mode fault|KASAN:  */
#include "../misuse.h"
#include "../user_page.h"

struct foo {
	u32 kind;
	u32 size;
};

static noinline int wrong_do(char __user *user)
{
	if (clear_user(user, 4))
		return -EFAULT;
	return strcmp(user, "foo");	/* { dg-error "'user' is dereferenced, but it points to user space.*SAFE_E_USER_DEREF" } */
}

static noinline int right_do(char __user *user)
{
	char text[4];

	if (clear_user(user, 4) || copy_from_user(text, user, 4))
		return -EFAULT;
	text[3] = '\0';
	return strcmp(text, "foo");
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
