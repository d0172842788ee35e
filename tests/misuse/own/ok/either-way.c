// SPDX-License-Identifier: GPL-2.0
/* On the stack or on the heap: what is freed is what was allocated. */
#include <linux/errno.h>
#include <linux/slab.h>
#include <linux/string.h>

#define SMALL	32

struct foo {
	int id;
};

void foo_show(const void *data);

static int foo_sum(const u8 *data, size_t n)
{
	int sum = 0;
	size_t i;

	for (i = 0; i < n; i++)
		sum += data[i];
	return sum;
}

/* The size is asked twice. */
int by_size(size_t n);
int by_size(size_t n)
{
	u8 small[SMALL] = { }, *data = small;
	int sum;

	if (n > SMALL) {
		data = kzalloc(n, GFP_KERNEL);
		if (!data)
			return -ENOMEM;
	}
	sum = foo_sum(data, n);
	if (n > SMALL)
		kfree(data);
	return sum;
}

/* The opposite question. */
int by_opposite(size_t n);
int by_opposite(size_t n)
{
	u8 small[SMALL] = { }, *data;
	int sum;

	if (n <= SMALL)
		data = small;
	else
		data = kzalloc(n, GFP_KERNEL);
	if (!data)
		return -ENOMEM;
	sum = foo_sum(data, n);
	if (n >= SMALL + 1)
		kfree(data);
	return sum;
}

/* A flag is set with the pointer. */
int by_flag(size_t n);
int by_flag(size_t n)
{
	u8 small[SMALL] = { }, *data = small;
	bool allocated = false;
	int sum;

	if (n > SMALL) {
		data = kzalloc(n, GFP_KERNEL);
		if (!data)
			return -ENOMEM;
		allocated = true;
	}
	sum = foo_sum(data, n);
	if (allocated)
		kfree(data);
	return sum;
}

/* A flag says what will be done; at the end the size is asked instead. */
int by_earlier_flag(size_t n);
int by_earlier_flag(size_t n)
{
	u8 small[SMALL] = { }, *data = small;
	bool large = n > SMALL;
	int sum;

	if (large) {
		data = kzalloc(n, GFP_KERNEL);
		if (!data)
			return -ENOMEM;
	}
	sum = foo_sum(data, n);
	if (n > SMALL)
		kfree(data);
	return sum;
}

/* What the argument points to, or one of our own. */
int given_or_own(struct foo *given);
int given_or_own(struct foo *given)
{
	struct foo *foo = given;

	if (!given)
		foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	if (!foo)
		return -ENOMEM;
	foo->id++;
	foo_show(foo);
	if (!given)
		kfree(foo);
	return 0;
}

/* Nothing to free on one path: kfree(NULL). */
int none_or_one(bool want);
int none_or_one(bool want)
{
	u8 *data = NULL;
	int sum = 0;

	if (want) {
		data = kzalloc(SMALL, GFP_KERNEL);
		if (!data)
			goto out;
		sum = foo_sum(data, SMALL);
	}
out:
	kfree(data);
	return sum;
}

/* The end of an object leads back to its start. */
int there_and_back(void);
int there_and_back(void)
{
	u8 *data = kzalloc(SMALL, GFP_KERNEL), *end;
	int sum;

	if (!data)
		return -ENOMEM;
	end = data + SMALL;
	sum = foo_sum(end - SMALL, SMALL);
	kfree(end - SMALL);
	return sum;
}

/* The caller gets the middle of it, and finds the start by itself. */
u8 *payload(size_t n);
u8 *payload(size_t n)
{
	u8 *data = kzalloc(n + 8, GFP_KERNEL);

	return data ? data + 8 : NULL;
}
