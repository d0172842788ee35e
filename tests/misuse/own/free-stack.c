// SPDX-License-Identifier: GPL-2.0
/* Runs into: WARNING: .*free_large_kmalloc */
#include "../misuse.h"

struct foo_msg {
	int len;
	char data[12];
};

static int wrong(void)
{
	char small[8] = "", *buf = small;
	size_t len = sizeof(small);

	if (len > sizeof(small)) {
		buf = kmalloc(len, GFP_KERNEL);
		if (!buf)
			return -ENOMEM;
	}
	buf[0] = 1;
	kfree(buf);	/* { dg-error "'buf' is released by 'kfree' but is no object of an allocator.*SAFE_E_FREE_FOREIGN" } */
	return 0;
}

static int right(void)
{
	char small[8] = "", *buf = small;
	size_t len = sizeof(small);

	if (len > sizeof(small)) {
		buf = kmalloc(len, GFP_KERNEL);
		if (!buf)
			return -ENOMEM;
	}
	buf[0] = 1;
	if (buf != small)
		kfree(buf);
	return 0;
}
