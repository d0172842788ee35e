// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*foo_sum */
#include "../misuse.h"

/* On the stack when it is small; when it is not, nobody frees it. */
static noinline int foo_sum(size_t n)
{
	u8 small[16] = { }, *buf = small;
	int i, sum = 0;

	if (n > sizeof(small)) {
		buf = kzalloc(n, GFP_KERNEL);	/* { dg-note "allocated by 'kzalloc'" } */
		if (!buf)
			return -ENOMEM;
	}
	for (i = 0; i < 16; i++)
		sum += buf[i];
	return sum;	/* { dg-error "'buf' is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
}

static noinline int foo_sum_rightly(size_t n)
{
	u8 small[16] = { }, *buf = small;
	int i, sum = 0;

	if (n > sizeof(small)) {
		buf = kzalloc(n, GFP_KERNEL);
		if (!buf)
			return -ENOMEM;
	}
	for (i = 0; i < 16; i++)
		sum += buf[i];
	if (buf != small)
		kfree(buf);
	return sum;
}

static int wrong(void)
{
	return foo_sum(64);
}

static int right(void)
{
	return foo_sum_rightly(64);
}
