// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo->size == size */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include "../user_page.h"

struct foo {
	u32 kind;
	u32 size;
};

static noinline void foo_user_writes(struct foo __user *user)
{
	struct foo foo = { .kind = 1, .size = 4096 };

	if (copy_to_user(user, &foo, sizeof(foo)))
		pr_info("no page\n");
}

static noinline int wrong_do(struct foo __user *user)
{
	struct foo head, *foo;
	u32 size;

	if (copy_from_user(&head, user, sizeof(head)))
		return -EFAULT;
	foo_user_writes(user);
	size = head.size;
	foo = memdup_user(user, head.size);	/* { dg-warning "'user' is read from user space a second time.*SAFE_E_DOUBLE_FETCH" } */
	if (IS_ERR(foo))
		return PTR_ERR(foo);
	must(foo->size == size);
	kfree(foo);
	return 0;
}

static noinline int right_do(struct foo __user *user)
{
	struct foo head, *foo;
	u32 size;

	if (copy_from_user(&head, user, sizeof(head)))
		return -EFAULT;
	foo_user_writes(user);
	size = head.size;
	foo = kzalloc(max_t(u32, size, sizeof(*foo)), GFP_KERNEL);
	if (!foo)
		return -ENOMEM;
	*foo = head;
	must(foo->size == size);
	kfree(foo);
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
