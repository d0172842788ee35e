// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: seen.size == 2 */
#include "../misuse.h"
#include "../user_page.h"

struct foo {
	u32 kind;
	u32 size;
	u32 flags;
};

static noinline int wrong_do(struct foo __user *user)
{
	struct foo seen;
	int i;

	for (i = 0; i < 3; i++) {
		struct foo entry;

		entry.kind = i;
		entry.flags = 1;
		if (copy_to_user(user + i, &entry, sizeof(entry)))	/* { dg-error "'entry' is sent out by 'copy_to_user', but 'size' of it was never set.*SAFE_E_INFO_LEAK" } */
			return -EFAULT;
	}
	if (copy_from_user(&seen, user, sizeof(seen)))
		return -EFAULT;
	must(seen.size == 2);
	return 0;
}

static noinline int right_do(struct foo __user *user)
{
	struct foo seen;
	int i;

	for (i = 0; i < 3; i++) {
		struct foo entry = { .kind = i, .size = 2, .flags = 1 };

		if (copy_to_user(user + i, &entry, sizeof(entry)))
			return -EFAULT;
	}
	if (copy_from_user(&seen, user, sizeof(seen)))
		return -EFAULT;
	must(seen.size == 2);
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
