// SPDX-License-Identifier: GPL-2.0
/* left: lock expression changes while held */
#include "foo.h"

void foo_walk(struct foo *foo);
void foo_walk(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo->count++;
	foo = foo->next;
	mutex_unlock(&foo->lock);
}

int foo_find(struct foo **found, struct foo *foo);
int foo_find(struct foo **found, struct foo *foo)
{
	*found = foo;
	mutex_lock(&foo->lock);
	foo_register(&foo);
	mutex_unlock(&foo->lock);
	return 0;
}
