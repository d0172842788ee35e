// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_set(struct foo *foo, int mode);
int foo_set(struct foo *foo, int mode)
{
	mutex_lock(&foo->lock);
	foo->mode = mode;
	foo->count++;
	mutex_unlock(&foo->lock);

	return 0;
}

void foo_clear(struct foo *foo);
void foo_clear(struct foo *foo)
{
	int i;

	mutex_lock(&foo->lock);

	for (i = 0; i < foo->count; i++)
		foo_write(foo, i, 0);

	mutex_unlock(&foo->lock);
}
