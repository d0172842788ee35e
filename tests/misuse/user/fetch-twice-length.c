// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret == -EINVAL */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include "../user_page.h"

struct foo {
	u32 kind;
	u32 size;
};

/* Another thread of the process, at the wrong moment. */
static noinline void foo_user_writes(struct foo __user *user)
{
	struct foo foo = { .kind = 1, .size = 4096 };

	if (copy_to_user(user, &foo, sizeof(foo)))
		pr_info("no page\n");
}

static noinline int wrong_do(struct foo __user *user)
{
	struct foo foo;
	u32 head[2];
	int ret = 0;

	if (copy_from_user(head, user, sizeof(head)))
		return -EFAULT;
	if (head[1] > 64)
		return -EINVAL;
	foo_user_writes(user);
	if (copy_from_user(&foo, user, sizeof(foo)))	/* { dg-warning "'user' is read from user space a second time after what was read first has been tested: it may have changed; copy only the rest, or test it again.*SAFE_E_DOUBLE_FETCH" } */
		return -EFAULT;
	if (foo.kind == 1)
		ret = foo.size <= 64 ? -EINVAL : 0;
	must(ret == -EINVAL);
	return ret;
}

static noinline int right_do(struct foo __user *user)
{
	struct foo foo;
	int ret = 0;

	if (copy_from_user(&foo, user, sizeof(foo)))
		return -EFAULT;
	if (foo.size > 64)
		return -EINVAL;
	foo_user_writes(user);
	if (foo.kind == 1)
		ret = foo.size <= 64 ? -EINVAL : 0;
	must(ret == -EINVAL);
	return ret;
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
