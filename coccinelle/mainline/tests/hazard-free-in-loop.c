// SPDX-License-Identifier: GPL-2.0
/* left: variable set to something else */
#include "foo.h"

int foo_each(struct foo *foo, int n);
int foo_each(struct foo *foo, int n)
{
	u8 *buffer;
	int i;

	for (i = 0; i < n; i++) {
		buffer = kmalloc(n, GFP_KERNEL);
		if (!buffer)
			return -ENOMEM;
		foo->count += buffer[0];
		kfree(buffer);
	}
	buffer = NULL;
	return 0;
}
