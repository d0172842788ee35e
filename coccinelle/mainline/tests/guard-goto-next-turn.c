// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_scan(struct foo *foo, int n);
void foo_scan(struct foo *foo, int n)
{
	int i;

	for (i = 0; i < n; i++) {
		foo_start(foo);
		spin_lock(&foo->slock);
		if (!foo->busy)
			goto next;
		foo->count++;
next:
		spin_unlock(&foo->slock);
	}
}
