// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: seen.flags == 4 */
#include "../misuse.h"
#include "../user_page.h"

struct foo {
	u32 kind;
	u32 size;
	u32 flags;
};

static noinline int wrong_do(struct foo __user *user)
{
	struct foo foo, seen;

	foo.kind = 1;
	foo.size = 2;
	if (copy_to_user(user, &foo, sizeof(foo)))	/* { dg-error "'foo' is sent out by 'copy_to_user', but 'flags' of it was never set: it carries what the stack held before; clear it with memset.. first.*SAFE_E_INFO_LEAK" } */
		return -EFAULT;
	if (copy_from_user(&seen, user, sizeof(seen)))
		return -EFAULT;
	must(seen.flags == 4);
	return 0;
}

static noinline int right_do(struct foo __user *user)
{
	struct foo foo = { .flags = 4 }, seen;

	foo.kind = 1;
	foo.size = 2;
	if (copy_to_user(user, &foo, sizeof(foo)) || copy_from_user(&seen, user, sizeof(seen)))
		return -EFAULT;
	must(seen.flags == 4);
	return 0;
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
