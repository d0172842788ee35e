// SPDX-License-Identifier: GPL-2.0
/* left: lock held at exit */
#include "foo.h"

#define FOO_BAIL(foo) do {	\
	if ((foo)->busy)	\
		return -EBUSY;	\
} while (0)

int foo_bail(struct foo *foo);
int foo_bail(struct foo *foo)
{
	mutex_lock(&foo->lock);
	FOO_BAIL(foo);
	foo->count++;
	mutex_unlock(&foo->lock);
	return 0;
}
