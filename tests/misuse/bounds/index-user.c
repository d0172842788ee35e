// SPDX-License-Identifier: GPL-2.0
/* Runs into: UBSAN: array-index-out-of-bounds */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include "../user_page.h"

struct foo_query {
	u32 port, flags;
};

static int ports[4];

static noinline int wrong_port(const struct foo_query __user *from)
{
	struct foo_query query;

	if (copy_from_user(&query, from, sizeof(query)))
		return -EFAULT;
	return ports[query.port];	/* { dg-warning "is used as an index as user space gave it, but 'ports' has only 4 elements: test it first.*SAFE_E_INDEX" } */
}

static noinline int right_port(const struct foo_query __user *from)
{
	struct foo_query query;

	if (copy_from_user(&query, from, sizeof(query)))
		return -EFAULT;
	if (query.port >= ARRAY_SIZE(ports))
		return -EINVAL;
	return ports[query.port];
}

static int wrong(void)
{
	struct foo_query query = { .port = 7 };
	void __user *page = user_page(&query, sizeof(query));

	return page ? wrong_port(page) : -ENOMEM;
}

static int right(void)
{
	struct foo_query query = { .port = 7 };
	void __user *page = user_page(&query, sizeof(query));

	return page ? right_port(page) : -ENOMEM;
}
