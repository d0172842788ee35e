// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_suspend(struct foo *foo);
void foo_suspend(struct foo *foo)
{
	if (foo->busy) {
		foo_stop(foo);
	} else {
		mutex_lock(&foo->lock);
		if (foo->count)
			foo_write(foo, 0, 0);
		mutex_unlock(&foo->lock);
	}

	foo_put(foo);
}

int foo_scan(struct foo *foo, int n);
int foo_scan(struct foo *foo, int n)
{
	int i;

	for (i = 0; i < n; i++) {
		int value = foo_read(foo, i);

		spin_lock(&foo->slock);
		if (value < 0) {
			spin_unlock(&foo->slock);
			continue;
		}
		if (foo->busy) {
			spin_unlock(&foo->slock);
			break;
		}
		foo->count += value;
		spin_unlock(&foo->slock);
	}

	return i;
}
