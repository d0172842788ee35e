// SPDX-License-Identifier: GPL-2.0
/* Runs into: WARNING: .*free_large_kmalloc */
#include "../misuse.h"

/* What fits just so is on the stack; the test at the end takes it for large. */
static noinline int foo_fill(size_t n)
{
	char small[16], *buf = small;

	if (n > sizeof(small)) {
		buf = kmalloc(n, GFP_KERNEL);
		if (!buf)
			return -ENOMEM;
	}
	memset(buf, 0, n);
	if (n >= sizeof(small))
		kfree(buf);	/* { dg-error "'buf' is released by 'kfree' but is no object of an allocator.*SAFE_E_FREE_FOREIGN" } */
	return 0;
}

static noinline int foo_fill_rightly(size_t n)
{
	char small[16], *buf = small;

	if (n > sizeof(small)) {
		buf = kmalloc(n, GFP_KERNEL);
		if (!buf)
			return -ENOMEM;
	}
	memset(buf, 0, n);
	if (n > sizeof(small))
		kfree(buf);
	return 0;
}

static int wrong(void)
{
	return foo_fill(16);
}

static int right(void)
{
	return foo_fill_rightly(16);
}
