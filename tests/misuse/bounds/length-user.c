// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: |detected buffer overflow */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include "../user_page.h"

struct foo_query {
	u32 length, flags;
	u8 text[56];
};

static noinline int wrong_query(const struct foo_query __user *from)
{
	struct foo_query query;
	u8 text[8];

	if (copy_from_user(&query, from, sizeof(query)))
		return -EFAULT;
	memcpy(text, query.text, query.length);	/* { dg-warning "says how much is copied, as user space gave it, but 'text' has only 8 bytes: test it first.*SAFE_E_LENGTH" } */
	return text[0];
}

static noinline int right_query(const struct foo_query __user *from)
{
	struct foo_query query;
	u8 text[8];

	if (copy_from_user(&query, from, sizeof(query)))
		return -EFAULT;
	if (query.length > sizeof(text))
		return -EINVAL;
	memcpy(text, query.text, query.length);
	return text[0];
}

static int wrong(void)
{
	struct foo_query query = { .length = 20 };
	void __user *page = user_page(&query, sizeof(query));

	return page ? wrong_query(page) : -ENOMEM;
}

static int right(void)
{
	struct foo_query query = { .length = 20 };
	void __user *page = user_page(&query, sizeof(query));

	return page ? right_query(page) : -ENOMEM;
}
