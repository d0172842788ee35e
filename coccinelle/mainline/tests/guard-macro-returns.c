// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

#define FOO_CHECK(foo) do {	\
	if (!(foo))		\
		return -EINVAL;	\
} while (0)

int foo_mode(struct foo *foo);
int foo_mode(struct foo *foo)
{
	int mode;

	FOO_CHECK(foo);

	mutex_lock(&foo->lock);
	mode = foo->mode;
	mutex_unlock(&foo->lock);

	return mode;
}
