// SPDX-License-Identifier: GPL-2.0
/* Positive numbers that are meant, and codes that reach their caller. */
/* { dg-options "-Wno-unused-function" } */
#include <linux/errno.h>
#include <linux/err.h>
#include <linux/poll.h>
#include <linux/kstrtox.h>
#include <linux/slab.h>

struct foo {
	unsigned int pending;
	int error;
};

/* 22 by chance */
static int length(int kind)
{
	if (kind < 0)
		return -EINVAL;
	if (kind == 7)
		return 22;
	return 12;
}

/* 1: changed, 0: as before */
static int changed(struct foo *foo, unsigned int pending)
{
	if (!pending)
		return -EINVAL;
	if (foo->pending == pending)
		return 0;
	foo->pending = pending;
	return 1;
}

/* A hypervisor's code, which has no sign. */
static int from_hypervisor(int status)
{
	if (status == EINVAL)
		return -EINVAL;
	if (status == EBUSY)
		return -EAGAIN;
	return status ? -EIO : 0;
}

static int negated(const struct foo *foo)
{
	int error = 0;

	if (!foo)
		return -ENODEV;
	if (foo->error)
		error = EIO;
	return -error;
}

/* Never negative: what user space will find in errno. */
static int for_user_space(const struct foo *foo)
{
	return foo->error ? EIO : 0;
}

enum { EMPTY = 11, ENTERED };

static int state(const struct foo *foo)
{
	int ret;

	if (!foo)
		return -ENODEV;
	ret = EMPTY;
	if (foo->pending)
		ret = ENTERED;
	return ret;
}

static unsigned int events(const struct foo *foo)
{
	unsigned int ret = 0;

	if (foo->pending)
		ret = EPOLLIN;
	return ret;
}

static void remembered(struct foo *foo)
{
	foo->error = ENOMEM;
}

static int parsed(const char *text, unsigned int **table)
{
	unsigned int n;
	int ret;

	ret = kstrtouint(text, 0, &n);
	if (ret)
		return ret;
	*table = kcalloc(n, sizeof(**table), GFP_KERNEL);
	if (!*table)
		return -ENOMEM;
	return 0;
}

/* Without a table it is slower, no more. */
static int tuned(const char *text)
{
	unsigned int n, *table;
	int ret;

	ret = kstrtouint(text, 0, &n);
	if (ret)
		return ret;
	if (n > 64)
		return -ERANGE;
	table = kcalloc(n, sizeof(*table), GFP_KERNEL);
	if (table)
		table[0] = n;
	kfree(table);
	return ret;
}

static int allocated(struct foo **out)
{
	struct foo *foo;
	int ret = -ENOMEM;

	foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	if (!foo)
		goto out;
	*out = foo;
	ret = 0;
out:
	return ret;
}
